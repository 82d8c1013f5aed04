import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Digests, MailboxEntry } from '@ibex/kernel';
import { DecisionRunner, Metrics } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { deliveryDecider } from '../ladder/delivery.decider';
import type { SetDeliveryAside } from '../ladder/delivery.decider';
import { deliveryStream } from '../ladder/delivery-log';
import type { AsideLog } from './mailbox-relay';

const toCommand = (entry: MailboxEntry, channel: string): SetDeliveryAside => {
  const { authority, sequence, factId, stream: notice } = entry;
  return {
    type: 'SetDeliveryAside',
    data: { authority, sequence, factId, notice, channel, reason: 'not-taken' },
  };
};

/** Puts on record what a channel will never take. The command's id is derived from entry and channel: once is enough. */
@Injectable()
export class RecordedAsides implements AsideLog {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Digests,
    private readonly metrics: Metrics,
  ) {}

  async setAside(entry: MailboxEntry, channel: string): Promise<void> {
    const outcome = await this.decisions.run(
      deliveryDecider,
      {
        stream: deliveryStream(entry.entryId),
        command: toCommand(entry, channel),
        submission: this.submissionOf(entry, channel),
      },
      { recordRef: entry.recordRef },
    );
    if (outcome.outcome === 'recorded' && !outcome.repeated) this.metrics.setAside(channel);
  }

  private submissionOf(entry: MailboxEntry, channel: string): Submission {
    const commandId = this.digests.uuidFrom(`${entry.entryId}\nset aside\n${channel}`);
    return {
      // the relay acts, on behalf of whoever sent the notice
      actor: { authority: entry.from, person: 'relay', role: 'system' },
      commandId,
      commandDigest: commandId,
      correlationId: entry.factId,
    };
  }
}
