import { Injectable } from '@nestjs/common';
import { notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import type { QueryAnswerDto, QueryDto, QueryRecordedDto } from './answers.dto';
import { EntryOrders, aboutEntry } from './entry-orders';
import { isLadderMessage } from './ladder.messages';
import { ThreadReader } from './thread-reader';

/** Questions of a recipient to the sender of a notice, and the answers. */
@Injectable()
export class QueryThreads {
  constructor(
    private readonly threads: ThreadReader,
    private readonly orders: EntryOrders,
  ) {}

  async ask(sequence: number, { text }: QueryDto, submission: Submission): Promise<Plain<QueryRecordedDto>> {
    const { authority: by, person, role } = submission.actor;
    const entry = await this.orders.ownEntry(sequence, submission);
    // nobody asks back about what is itself a question, an answer or a warning
    if (isLadderMessage(entry.type)) throw notFound();
    const queryId = submission.commandId;
    const data = { ...aboutEntry(entry), by, person, role, queryId };
    const { fact, repeated } = await this.orders.submit(
      entry,
      { type: 'AskBack', data, personal: { text } },
      submission,
    );
    return { queryId, recordedAt: fact.recordedAt, repeated };
  }

  /** Refused as not known for all but the sender of the notice. */
  async answer(
    asked: Readonly<{ factId: string; authority: string }>,
    { queryId, text }: QueryAnswerDto,
    submission: Submission,
  ): Promise<Plain<QueryRecordedDto>> {
    const { authority: by, person, role } = submission.actor;
    const entry = await this.threads.entryOf(asked);
    const data = { ...aboutEntry(entry), by, person, role, queryId };
    const { fact, repeated } = await this.orders.submit(
      entry,
      { type: 'AnswerQuery', data, personal: { text } },
      submission,
    );
    return { queryId, recordedAt: fact.recordedAt, repeated };
  }
}
