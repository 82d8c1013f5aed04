import { Inject, Injectable } from '@nestjs/common';
import { categoryOf, DIGESTS, PSEUDONYMS, RECORDS } from '@ibex/kernel';
import type {
  ChildIdentity,
  Decider,
  Digests,
  Fact,
  Pseudonyms,
  Records,
  Refusal,
  Request,
} from '@ibex/kernel';
import { DecisionRunner } from './decision.runner';
import type { Subject } from './decision.runner';
import type { Order, Outcome, Submission } from './order';

/** Runs decisions about a child that the order names: the record is introduced once the notice is accepted. */
@Injectable()
export class NoticeRunner {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  /** Refuses with `<type>/not-known` where the order names a record that the sender does not own. */
  async run<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
  ): Promise<Outcome> {
    if (!order.child) return this.decisions.run(decider, order);
    if ('child' in order.child) {
      return this.decisions.run(decider, order, this.subjectOf(order.child.child, order.submission));
    }
    const { recordRef } = order.child;
    const record = await this.records.find(recordRef);
    if (record?.owner !== order.submission.actor.authority) return notKnown(order.stream);
    return this.decisions.run(decider, order, { recordRef });
  }

  private subjectOf(child: ChildIdentity, { actor, commandId, correlationId }: Submission): Subject {
    return {
      recordRef: this.pseudonyms.recordRef(actor.authority, child.localId),
      // a command id of its own: the record is another stream, and one id never stands for two commands
      introduce: () =>
        this.records.introduce(child, {
          actor,
          commandId: this.digests.uuidFrom(`${commandId}\nrecord`),
          correlationId,
        }),
    };
  }
}

const notKnown = (stream: string): Outcome => ({
  outcome: 'refused',
  refusal: {
    code: `${categoryOf(stream)}/not-known`,
    because: 'No record of that reference is known to your authority.',
    field: 'recordRef',
  },
});
