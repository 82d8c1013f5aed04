import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, MAILBOX } from '@ibex/kernel';
import type { EventStore, Mailbox } from '@ibex/kernel';
import { DecisionRunner, RefusedError, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { deliveryDecider } from '../ladder/delivery.decider';
import type { AcknowledgeNotice } from '../ladder/delivery.decider';
import { deliveryStream } from '../ladder/delivery-log';
import { DeliveryRecorder } from '../ladder/delivery-recorder';
import type { AcknowledgedDto, AcknowledgementDto } from './inbox.dto';

const toCommand = ({ actor }: Submission, { note }: AcknowledgementDto): AcknowledgeNotice => ({
  type: 'AcknowledgeNotice',
  data: { by: actor.authority, person: actor.person, role: actor.role },
  ...(note === undefined ? {} : { personal: { note } }),
});

/** Takes on an entry: once; whoever does it again gets the first answer. */
@Injectable()
export class Acknowledgements {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly recorder: DeliveryRecorder,
    private readonly decisions: DecisionRunner,
  ) {}

  async acknowledge(
    sequence: number,
    dto: AcknowledgementDto,
    submission: Submission,
  ): Promise<Plain<AcknowledgedDto>> {
    const entry = await this.mailbox.find(submission.actor.authority, sequence);
    if (!entry || entry.withdrawn) throw notFound();
    await this.recorder.settle(entry, submission.actor);
    const stream = deliveryStream(entry.entryId);
    const command = toCommand(submission, dto);
    const outcome = await this.decisions.run(deliveryDecider, { stream, command, submission });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return this.firstOf(stream, sequence);
  }

  private async firstOf(stream: string, sequence: number): Promise<Plain<AcknowledgedDto>> {
    const facts = await this.store.readStream(stream);
    // whoever records an action has taken it on
    const first = facts.find(({ type }) => type === 'NoticeAcknowledged' || type === 'ActionRecorded');
    if (!first) throw notFound();
    const { person, role } = first.metadata.actor;
    return { sequence, acknowledgedAt: first.recordedAt, person, role };
  }
}
