import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Actor, Digests, MailboxEntry } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import { deliveryDecider } from '../ladder/delivery.decider';
import { deliveryStream } from '../ladder/delivery-log';
import { DeliveryRecorder } from '../ladder/delivery-recorder';

/** Records that somebody at the recipient's looked at the detail, before it is shown. */
@Injectable()
export class NoticeOpenings {
  constructor(
    @Inject(DIGESTS) private readonly digests: Digests,
    private readonly recorder: DeliveryRecorder,
    private readonly decisions: DecisionRunner,
  ) {}

  async opened(entry: MailboxEntry, actor: Actor): Promise<void> {
    await this.recorder.settle(entry, actor);
    // a task of the sender that this entry overtook has the same id, and was opened too
    const commandId = this.digests.uuidFrom(`${entry.entryId}\nopened by its recipient`);
    const { authority: by, person, role } = actor;
    // one command for whoever is first: all others are the same command, repeated
    await this.decisions.run(deliveryDecider, {
      stream: deliveryStream(entry.entryId),
      command: { type: 'OpenNotice', data: { by, person, role } },
      submission: { actor, commandId, commandDigest: commandId, correlationId: entry.factId },
    });
  }
}
