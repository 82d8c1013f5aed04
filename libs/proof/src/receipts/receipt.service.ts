import { Inject, Injectable } from '@nestjs/common';
import { STATEMENT_SIGNER } from '@ibex/kernel';
import type { RecordedFact, StatementSigner } from '@ibex/kernel';
import type { ReceiptIssuer } from '@ibex/runtime';
import { RECEIPT_TYP, receiptOf } from './receipt';

/** Signs receipts. A command that had nothing to record gets none: there is nothing to prove. */
@Injectable()
export class ReceiptService implements ReceiptIssuer {
  constructor(@Inject(STATEMENT_SIGNER) private readonly signer: StatementSigner) {}

  async issue(facts: readonly RecordedFact[]): Promise<string> {
    return facts.length === 0 ? '' : this.signer.sign(receiptOf(facts), RECEIPT_TYP);
  }
}
