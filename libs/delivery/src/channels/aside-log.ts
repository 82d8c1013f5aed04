import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Digests, MailboxEntry } from '@ibex/kernel';
import { DecisionRunner, Metrics } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { deliveryDecider } from '../ladder/delivery.decider';
import type { SetDeliveryAside } from '../ladder/delivery.decider';
import { deliveryStream } from '../ladder/delivery-log';
import type { AsideLog } from './mailbox-relay';

type Way = Readonly<{ channel: string; subscription?: string | undefined }>;

const toCommand = (entry: MailboxEntry, { channel, subscription }: Way): SetDeliveryAside => {
  const { authority, sequence, factId, stream: notice } = entry;
  const of = subscription === undefined ? {} : { subscription };
  return {
    type: 'SetDeliveryAside',
    data: { authority, sequence, factId, notice, channel, ...of, reason: 'not-taken' },
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

  async setAside(entry: MailboxEntry, channel: string, subscription?: string): Promise<void> {
    const way = { channel, subscription };
    const outcome = await this.decisions.run(
      deliveryDecider,
      {
        stream: deliveryStream(entry.entryId),
        command: toCommand(entry, way),
        submission: this.submissionOf(entry, subscription ?? channel),
      },
      { recordRef: entry.recordRef },
    );
    if (outcome.outcome === 'recorded' && !outcome.repeated) this.metrics.setAside(channel);
  }

  private submissionOf(entry: MailboxEntry, way: string): Submission {
    const commandId = this.digests.uuidFrom(`${entry.entryId}\nset aside\n${way}`);
    return {
      // the relay acts, on behalf of whoever sent the notice
      actor: { authority: entry.from, person: 'relay', role: 'system' },
      commandId,
      commandDigest: commandId,
      correlationId: entry.factId,
    };
  }
}
