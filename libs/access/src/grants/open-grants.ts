import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock, Instant, LegalBasis, Reader, RecordedFact } from '@ibex/kernel';
import type { Relation } from '../policy/question';
import { AccessBook } from '../tail/access-book';
import { grantIn, isOpenAt } from './domain/grant.state';

const IN_AN_EMERGENCY: LegalBasis = {
  text: 'Opened in an emergency, and reviewed afterwards by both authorities',
  source: 'UK GDPR art 6(1)(d) and 9(2)(c); DPA 2018 sch 1 para 18',
};

/** The grants that one person holds on a record at this moment. Need to know is a person’s, not its authority’s. */
@Injectable()
export class OpenGrants {
  constructor(
    private readonly book: AccessBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  async relationsOf(
    reader: Pick<Reader, 'authority' | 'person'>,
    recordRef: string,
  ): Promise<readonly Relation[]> {
    const grants = await this.book.grantsOn(recordRef);
    return grants.flatMap((facts) => this.relationIn(facts, reader));
  }

  private relationIn(
    facts: readonly RecordedFact[],
    { authority, person }: Pick<Reader, 'authority' | 'person'>,
  ): readonly Relation[] {
    const grant = grantIn(facts);
    if (grant.phase === 'none' || grant.by !== authority || grant.person !== person) return [];
    if (!isOpenAt(grant, this.clock.now())) return [];
    const from = facts[0]?.recordedAt ?? '';
    return [{ kind: 'grant', from, to: grant.until, basis: IN_AN_EMERGENCY }];
  }
}
