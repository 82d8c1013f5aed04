import { Inject, Injectable, Optional } from '@nestjs/common';
import { categoryOf, DIGESTS, EVENT_STORE, PSEUDONYMS, RECORDS, RESTRICTIONS } from '@ibex/kernel';
import type {
  ChildIdentity,
  Decider,
  Digests,
  EventStore,
  Fact,
  Pseudonyms,
  Records,
  Refusal,
  Request,
  Restrictions,
} from '@ibex/kernel';
import { DecisionRunner } from './decision.runner';
import type { Subject } from './decision.runner';
import type { Order, Outcome, Submission } from './order';

/** Records of children, and which notices are of one that its owner keeps from all others. */
@Injectable()
export class NoticeRecords {
  constructor(
    @Inject(RECORDS) readonly known: Records,
    @Inject(EVENT_STORE) private readonly events: Pick<EventStore, 'readStream'>,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'ofOthers'>,
  ) {}

  async isKeptFrom(authority: string, stream: string): Promise<boolean> {
    const kept = await this.restrictions?.ofOthers(authority);
    if (!kept || kept.size === 0) return false;
    const facts = await this.events.readStream(stream);
    return facts.some(({ metadata }) => metadata.recordRef !== undefined && kept.has(metadata.recordRef));
  }
}

/** Runs decisions about a child that the order names: the record is introduced once the notice is accepted. */
@Injectable()
export class NoticeRunner {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    private readonly records: NoticeRecords,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  /**
   * Refuses with `<type>/not-known` where the order names a record that the sender does not own, and where the notice is
   * of a record that is kept from the sender, whatever it was told before.
   */
  async run<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
  ): Promise<Outcome> {
    if (!order.child) return this.aboutTold(decider, order);
    if ('child' in order.child) {
      return this.decisions.run(decider, order, this.subjectOf(order.child.child, order.submission));
    }
    const { recordRef } = order.child;
    const record = await this.records.known.find(recordRef);
    if (record?.owner !== order.submission.actor.authority) return notKnown(order.stream);
    return this.decisions.run(decider, order, { recordRef });
  }

  private async aboutTold<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    order: Order<C>,
  ): Promise<Outcome> {
    const { stream, submission } = order;
    const isKept = await this.records.isKeptFrom(submission.actor.authority, stream);
    return isKept ? notKnown(stream) : this.decisions.run(decider, order);
  }

  private subjectOf(child: ChildIdentity, { actor, commandId, correlationId }: Submission): Subject {
    return {
      recordRef: this.pseudonyms.recordRef(actor.authority, child.localId),
      // a command id of its own: the record is another stream, and one id never stands for two commands
      introduce: () =>
        this.records.known.introduce(child, {
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
