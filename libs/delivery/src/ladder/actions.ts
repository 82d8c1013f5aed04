import { Injectable } from '@nestjs/common';
import type { Plain, Submission } from '@ibex/runtime';
import type { ActionAnswerDto, ActionDto } from './answers.dto';
import type { RecordAction } from './delivery.decider';
import { EntryOrders } from './entry-orders';

const toCommand = ({ actor }: Submission, { action, reason, note }: ActionDto): RecordAction => ({
  type: 'RecordAction',
  data: {
    ...{ by: actor.authority, person: actor.person, role: actor.role, action },
    ...(reason === undefined ? {} : { reason }),
  },
  ...(note === undefined ? {} : { personal: { note } }),
});

/** What the recipient did about an entry. */
@Injectable()
export class Actions {
  constructor(private readonly orders: EntryOrders) {}

  async record(sequence: number, dto: ActionDto, submission: Submission): Promise<Plain<ActionAnswerDto>> {
    const entry = await this.orders.ownEntry(sequence, submission);
    const { fact, repeated } = await this.orders.submit(entry, toCommand(submission, dto), submission);
    return { sequence, action: dto.action, recordedAt: fact.recordedAt, repeated };
  }
}
