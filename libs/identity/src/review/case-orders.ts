import { Inject, Injectable } from '@nestjs/common';
import { RECEIPT_ISSUER, RefusedError } from '@ibex/runtime';
import type { ReceiptIssuer, Submission, SubmissionAnswer } from '@ibex/runtime';
import type { Reader } from '@ibex/kernel';
import type { LinkCommand, TellEvidence } from '../links/domain/link.commands';
import { LinkOrders } from '../links/record/link-orders';
import { Rationales } from '../links/record/rationales';
import type { Words } from '../links/record/rationales';

export type Saying = Exclude<LinkCommand, TellEvidence>;
/** A command, about which two records, and why. */
export type SaidOf = Readonly<{ refs: readonly [string, string]; command: Saying; words: Words }>;

export const byOf = ({ authority: by, person, roles }: Reader) => ({
  by,
  person,
  isPerson: !roles.includes('system-client'),
});

/** Has what people say of two records decided and recorded, what they wrote sealed before. */
@Injectable()
export class CaseOrders {
  constructor(
    private readonly orders: LinkOrders,
    private readonly rationales: Rationales,
    @Inject(RECEIPT_ISSUER) private readonly receipts: ReceiptIssuer,
  ) {}

  /** Throws RefusedError. */
  async submit({ refs, command, words }: SaidOf, submission: Submission): Promise<SubmissionAnswer> {
    const id = this.orders.idOf(...refs);
    const rationale = await this.rationales.seal(words, refs, submission.commandId);
    const outcome = await this.orders.submit(id, { ...command, personal: { rationale } }, submission);
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return {
      id,
      position: outcome.position,
      recordedAt: outcome.facts.at(-1)?.recordedAt ?? '',
      facts: outcome.facts.map(({ type }) => type),
      repeated: outcome.repeated,
      receipt: await this.receipts.issue(outcome.facts),
    };
  }
}
