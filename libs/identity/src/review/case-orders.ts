import { Inject, Injectable } from '@nestjs/common';
import { KeyDestroyed } from '@ibex/kernel';
import type { Reader } from '@ibex/kernel';
import { ProblemError, RECEIPT_ISSUER, answerWith } from '@ibex/runtime';
import type { ReceiptIssuer, Submission, SubmissionAnswer } from '@ibex/runtime';
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

const erased = (): ProblemError =>
  new ProblemError(
    409,
    'link/record-erased',
    'Erased',
    'One of the two records was erased: nothing is left to decide.',
  );

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
    const rationale = await this.sealed(words, refs, submission.commandId);
    const outcome = await this.orders.submit(id, { ...command, personal: { rationale } }, submission);
    return answerWith(id, outcome, this.receipts);
  }

  private async sealed(words: Words, refs: readonly [string, string], commandId: string): Promise<string> {
    try {
      return await this.rationales.seal(words, refs, commandId);
    } catch (fault) {
      if (fault instanceof KeyDestroyed) throw erased();
      throw fault;
    }
  }
}
