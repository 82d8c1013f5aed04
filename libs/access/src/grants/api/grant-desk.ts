import { Injectable } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../../access-orders';
import { AccessBook } from '../../tail/access-book';
import { grantDecider } from '../domain/grant.decider';
import type { GrantCommand } from '../domain/grant.decider';
import { grantStream } from '../domain/grant.events';
import type { ReviewDto } from './grants.dto';

/** What either authority does with a grant once it was opened. */
@Injectable()
export class GrantDesk {
  constructor(
    private readonly book: AccessBook,
    private readonly orders: AccessOrders,
  ) {}

  /** Throws RefusedError; 404 for a grant of others as for one that does not exist. */
  end({ authority: by, person }: Reader, id: string, submission: Submission): Promise<SubmissionAnswer> {
    return this.order(id, { type: 'EndGrant', data: { by, person } }, submission);
  }

  /** The same. */
  review(
    { authority: by, person }: Reader,
    id: string,
    { finding, words }: ReviewDto,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const data = { by, person, finding };
    return this.order(id, { type: 'ReviewGrant', data, personal: { words } }, submission);
  }

  private async order(id: string, command: GrantCommand, submission: Submission): Promise<SubmissionAnswer> {
    const stream = grantStream(id);
    const [opening] = await this.book.stream(stream);
    const recordRef = opening?.metadata.recordRef;
    if (recordRef === undefined) throw notFound();
    return this.orders.submit(grantDecider, { id, stream, recordRef, command, submission });
  }
}
