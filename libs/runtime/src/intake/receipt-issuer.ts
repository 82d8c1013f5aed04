import type { RecordedFact } from '@ibex/kernel';

/** Issues the signed receipt of one command's facts (compact JWS). The proof lib does. */
export interface ReceiptIssuer {
  issue(facts: readonly RecordedFact[]): Promise<string>;
}
export const RECEIPT_ISSUER = Symbol('ReceiptIssuer');
