import { Injectable } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { CaseOrders, byOf } from './case-orders';
import { CaseSight } from './case-sight';
import type { LinkDecisionDto } from './links.dto';

/** What people decide about pairs that may be, or are, linked. Throws the one 404 for pairs that are not theirs. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly sight: CaseSight,
    private readonly orders: CaseOrders,
  ) {}

  async decide(
    reader: Reader,
    id: string,
    { decision, rationale }: LinkDecisionDto,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const { link, takesTwo } = await this.sight.see(reader, id);
    const type = decision === 'same' ? 'ConfirmLink' : 'DeclineLink';
    const command = { type, data: { ...byOf(reader), needsSecond: takesTwo } } as const;
    return this.orders.submit({ refs: link.pair.refs, command, words: { rationale } }, submission);
  }

  async unlink(
    reader: Reader,
    id: string,
    rationale: string,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const { link, takesTwo } = await this.sight.see(reader, id);
    const command = { type: 'UndoLink', data: { ...byOf(reader), needsSecond: takesTwo } } as const;
    return this.orders.submit({ refs: link.pair.refs, command, words: { rationale } }, submission);
  }
}
