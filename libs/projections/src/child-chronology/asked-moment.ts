import { AUTHORITIES, CLOCK } from '@ibex/kernel';
import type { Authorities, Clock, Instant } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import type { ChronologyFilter } from './child-chronology.dto';

/** Up to when, and whose knowledge. `asKnownAt`: absent where the answer is of the present. */
export type AskedMoment = Readonly<{ until: Instant; asKnownAt?: Instant; knownTo?: string }>;

const refused = (code: string, field: string, words: readonly [detail: string, mend: string]): ProblemError =>
  new ProblemError(422, code, 'Not a question that can be answered', words[0], { field, mend: words[1] });

type Asked = Pick<Plain<ChronologyFilter>, 'asKnownAt' | 'knownTo'>;

@Injectable()
export class AskedMoments {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'find'>,
  ) {}

  /** Throws the 422 problem for an instant that is still to come, and for an authority that there is not. */
  of({ asKnownAt, knownTo }: Asked): AskedMoment {
    const now = this.clock.now();
    if (asKnownAt !== undefined && asKnownAt > now)
      throw refused('as-known-at-in-the-future', 'asKnownAt', [
        'That moment is still to come: nobody knows yet what will be known then.',
        'Give an instant that has passed, or leave asKnownAt out for the present.',
      ]);
    if (knownTo !== undefined && !this.authorities.find(knownTo))
      throw refused('known-to-no-authority', 'knownTo', [
        'There is no authority of that code.',
        'Give the ONS nine-character code of a local authority, e.g. E09000008.',
      ]);
    return {
      until: asKnownAt ?? now,
      ...(asKnownAt === undefined ? {} : { asKnownAt }),
      ...(knownTo === undefined ? {} : { knownTo }),
    };
  }
}

/** Where a reader asks what another authority knew of records that are not its own. */
export const notYoursToAsk = (): ProblemError =>
  new ProblemError(
    403,
    'known-to-not-yours',
    'Not yours to ask',
    'What another authority knew is for the owner of a record to ask.',
    {
      field: 'knownTo',
      mend: 'Ask about your own authority, or leave knownTo out.',
    },
  );
