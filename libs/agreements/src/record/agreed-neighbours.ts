import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock, Neighbours } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { covers } from '../domain/agreement.terms';
import type { InForce } from '../sharing/sharing.rule';
import { AgreementBook } from './agreement-book';

const tellersIn = ({ terms, parties }: InForce, told: string, type: string): readonly string[] =>
  parties.filter((tells) =>
    terms.clauses.some((clause) => clause.types.includes(type) && covers(clause, tells, told)),
  );

/** The kernel's port, answered from the log alone. */
@Injectable()
export class AgreedNeighbours implements Neighbours {
  private readonly book: AgreementBook;

  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.book = new AgreementBook(log);
  }

  async thatTell(authority: string, notification: string): Promise<readonly string[]> {
    const inForce = await this.book.inForceAt((await this.log.head()) + 1, this.clock.now());
    const tellers = inForce
      .filter(({ parties }) => parties.includes(authority))
      .flatMap((agreement) => tellersIn(agreement, authority, notification));
    return [...new Set(tellers)];
  }
}
