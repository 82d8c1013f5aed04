import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS } from '@ibex/kernel';
import type { Actor, Clock, Digests, MailboxEntry } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import type { Outcome, Submission } from '@ibex/runtime';
import { deliveryDecider } from '../ladder/delivery.decider';
import { deliveryStream } from '../ladder/delivery-log';
import { aboutEntry } from '../ladder/entry-orders';
import { clockStream } from './clock-facts';
import { clockDecider } from './clock.decider';
import type { ClockCommand } from './clock.decider';
import type { ClockRow } from './clocks.schema';

/** The service acts, on behalf of whoever sent the notice. */
export const clocksActor = (sender: string): Actor => ({
  authority: sender,
  person: 'clocks',
  role: 'system',
});

/** Has what a clock came to decided and recorded; what is on record already is not recorded again. */
@Injectable()
export class ClockOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): string {
    return this.clock.now();
  }

  /** `at`: a look at the clocks. Another process that looked at the same moment is told the same. */
  service(row: ClockRow, command: ClockCommand, at: string): Promise<Outcome> {
    const commandId = this.digests.uuidFrom(`${row.dutyId}\n${row.dueAt}\n${command.type}\n${at}`);
    const actor = clocksActor(row.sender);
    const correlationId = row.factId;
    return this.submit(row, command, { actor, commandId, commandDigest: commandId, correlationId });
  }

  /** The sender of an entry is told that nobody has taken it on; nothing where somebody has by now. */
  async noteSilence(entry: MailboxEntry, limitAt: string): Promise<void> {
    const commandId = this.digests.uuidFrom(`${entry.entryId}\nsilent`);
    const data = { ...aboutEntry(entry), limitAt, silence: 'not-delivered' } as const;
    const submission = {
      ...{ actor: clocksActor(entry.from), commandId, commandDigest: commandId },
      correlationId: entry.factId,
    };
    const order = {
      stream: deliveryStream(entry.entryId),
      command: { type: 'NoteSilence', data },
      submission,
    } as const;
    await this.decisions.run(deliveryDecider, order, { recordRef: entry.recordRef });
  }

  submit(row: ClockRow, command: ClockCommand, submission: Submission): Promise<Outcome> {
    const order = { stream: clockStream(row.dutyId), command, submission };
    return row.recordRef === null
      ? this.decisions.run(clockDecider, order)
      : this.decisions.run(clockDecider, order, { recordRef: row.recordRef });
  }
}
