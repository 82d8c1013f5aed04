import { Injectable } from '@nestjs/common';
import type { Bearer, RecordedFact, Revocations } from '@ibex/kernel';
import { AccessBook } from '../tail/access-book';
import { AccessWatch } from '../tail/access-watch';
import { revocationDecider } from './domain/revocation.decider';
import type { RevocationState } from './domain/revocation.decider';
import { isRevocationFact, keyOf, revocationStream } from './domain/revocation.events';

export const revokedIn = (facts: readonly RecordedFact[]): RevocationState =>
  facts
    .filter(isRevocationFact)
    .reduce<RevocationState>((state, fact) => revocationDecider.evolve(state, fact), new Set());

/** The kernel’s port, from the log alone. */
@Injectable()
export class RecordedRevocations implements Revocations {
  constructor(
    private readonly book: AccessBook,
    private readonly news: AccessWatch,
  ) {}

  async isRevoked({ authority, person, tokenId }: Bearer): Promise<boolean> {
    const revoked = revokedIn(await this.book.stream(revocationStream(authority)));
    const isToken = tokenId !== undefined && revoked.has(keyOf({ tokenId }));
    return isToken || revoked.has(keyOf({ person }));
  }

  watch(bearer: Bearer, end: () => void): () => void {
    let isOver = false;
    const look = (): void => {
      this.isRevoked(bearer).then(
        (revoked) => {
          if (isOver || !revoked) return;
          stop();
          end();
        },
        // nothing can be read, so nothing can be sent either: the next news, or the next entry, looks again
        () => undefined,
      );
    };
    const forget = this.news.listen(look);
    const stop = (): void => {
      isOver = true;
      forget();
    };
    // what was recorded between the guard and this moment
    look();
    return stop;
  }
}
