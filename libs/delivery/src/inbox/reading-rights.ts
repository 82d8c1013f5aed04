import { Inject, Injectable, Optional } from '@nestjs/common';
import { REVOCATIONS } from '@ibex/kernel';
import type { Bearer, Reader, Revocations } from '@ibex/kernel';
import { ProblemError, tokenIdOf } from '@ibex/runtime';
import type { Asked } from './connection';

/** What somebody who reads for long is asked while it does. */
export type Rights = Readonly<{
  /** Asked from the log before each body: none leaves that was recorded after the revocation. */
  isOver: () => Promise<boolean>;
  /** Calls back as soon as access is taken away; returns how to stop watching. */
  cut: (end: () => void) => () => void;
}>;

/** Whether a reader may still read, beyond the moment at which the guard let it in. */
@Injectable()
export class ReadingRights {
  constructor(@Optional() @Inject(REVOCATIONS) private readonly revocations?: Revocations) {}

  of({ authority, person }: Reader, { headers }: Asked): Rights {
    const tokenId = tokenIdOf(headers['authorization']);
    const bearer: Bearer = { authority, person, ...(tokenId === undefined ? {} : { tokenId }) };
    return {
      isOver: async () => (await this.revocations?.isRevoked(bearer)) ?? false,
      cut: (end) => this.revocations?.watch(bearer, end) ?? (() => undefined),
    };
  }
}

/** For an answer that was waited for: access was taken away meanwhile. */
export const accessOver = (): ProblemError =>
  new ProblemError(401, 'token-needed', 'Token needed', 'Your access was taken away meanwhile.', {
    mend: 'Ask those who govern information at your authority.',
    headers: { 'WWW-Authenticate': 'Bearer realm="ibex", error="invalid_token"' },
  });
