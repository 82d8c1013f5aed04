import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX } from '@ibex/kernel';
import type { Mailbox, MailboxEntry, RecordedFact } from '@ibex/kernel';
import { DecisionRunner, RefusedError, notFound } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { deliveryDecider } from './delivery.decider';
import type { DeliveryCommand } from './delivery.decider';
import type { AboutEntry } from './delivery.events';
import { deliveryStream } from './delivery-log';
import { DeliveryRecorder } from './delivery-recorder';

export const aboutEntry = (entry: MailboxEntry): AboutEntry => ({
  authority: entry.authority,
  sequence: entry.sequence,
  sender: entry.from,
  factId: entry.factId,
  notice: entry.stream,
  urgency: entry.urgency,
  occurredAt: entry.occurredAt,
});

/** Has what recipient and sender do about an entry decided and recorded. */
@Injectable()
export class EntryOrders {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly recorder: DeliveryRecorder,
    private readonly decisions: DecisionRunner,
  ) {}

  /** An entry of the reader's own mailbox, on record as delivered. Throws the one 404. */
  async ownEntry(sequence: number, { actor }: Submission): Promise<MailboxEntry> {
    const entry = await this.mailbox.find(actor.authority, sequence);
    if (!entry || entry.withdrawn) throw notFound();
    await this.recorder.settle(entry, actor);
    return entry;
  }

  /** Throws RefusedError; returns the fact that answers the command, the first time or again. */
  async submit(
    entry: MailboxEntry,
    command: DeliveryCommand,
    submission: Submission,
  ): Promise<Readonly<{ fact: RecordedFact; repeated: boolean }>> {
    const stream = deliveryStream(entry.entryId);
    const { recordRef } = entry;
    const outcome = await this.decisions.run(deliveryDecider, { stream, command, submission }, { recordRef });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    const [fact] = outcome.facts;
    if (!fact) throw notFound();
    return { fact, repeated: outcome.repeated };
  }
}
