import { Injectable } from '@nestjs/common';
import type { Actor, Purpose, Reader } from '@ibex/kernel';
import { notFound, uuidFrom } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../access-orders';
import { knowsNoChild } from '../policy/need-to-know.rule';
import { RecordMatter } from '../policy/record-matter';
import { AccessBook } from '../tail/access-book';
import { grantDecider } from './domain/grant.decider';
import { grantStream } from './domain/grant.events';
import { grantIn } from './domain/grant.state';
import { GlassLimits } from './glass-limits';

/** What is opened, and why: the reason in the person’s own words, sealed under the record’s key. */
export type Emergency = Readonly<{ recordRef: string; reason: string; purpose: Purpose }>;
export type GlassOpened = SubmissionAnswer & Readonly<{ recordRef: string; until: string }>;

const serviceFor = (owner: string): Actor => ({ authority: owner, person: 'access', role: 'system' });

/**
 * Opens a record to one person for a while, who says why; both authorities review it afterwards. For whoever has the
 * reference, and for a search that found a record it does not name.
 */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly matter: RecordMatter,
    private readonly orders: AccessOrders,
    private readonly book: AccessBook,
    private readonly limits: GlassLimits,
  ) {}

  /** Throws 429 at a limit of the day, the one 404 for a record that is not there, restricted or erased; RefusedError for one of its own. */
  async open(reader: Reader, emergency: Emergency, submission: Submission): Promise<GlassOpened> {
    const { recordRef, reason, purpose } = emergency;
    const id = uuidFrom(`${submission.commandId}\ngrant`);
    const until = await this.limits.openUntil(reader, id);
    const { record, labels, erased } = await this.matter.of(recordRef, reader);
    const isClosed = erased || (labels.length > 0 && record?.owner !== reader.authority);
    if (!record || isClosed || knowsNoChild(reader)) throw notFound();
    const { authority: by, person, role } = submission.actor;
    const data = { by, person, role, owner: record.owner, purpose, until };
    const command = { type: 'BreakGlass', data, personal: { reason } } as const;
    const place = { id, stream: grantStream(id), recordRef };
    const answer = await this.orders.submit(grantDecider, { ...place, command, submission });
    await this.openReview(place, record.owner, submission.correlationId);
    const grant = grantIn(await this.book.stream(place.stream));
    return { ...answer, recordRef, until: grant.phase === 'none' ? until : grant.until };
  }

  /** The owner was told by the breaking itself; its own authority is told by this. */
  private async openReview(
    place: Readonly<{ id: string; stream: string; recordRef: string }>,
    owner: string,
    correlationId: string,
  ): Promise<void> {
    const commandId = uuidFrom(`${place.id}\nreview`);
    const submission = {
      ...{ actor: serviceFor(owner), commandId, commandDigest: commandId, correlationId },
    };
    const command = { type: 'OpenGrantReview', data: {} } as const;
    await this.orders.submit(grantDecider, { ...place, command, submission });
  }
}
