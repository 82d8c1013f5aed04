import type { Outcome } from '../decision/order';
import { RefusedError } from '../problems/problem-error';
import type { ReceiptIssuer } from './receipt-issuer';
import type { SubmissionAnswer } from './submission-answer';

/** What is answered to whoever sent a command that was decided. Throws RefusedError where the decider said no. */
export const answerWith = async (
  id: string,
  outcome: Outcome,
  receipts: ReceiptIssuer,
): Promise<SubmissionAnswer> => {
  if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
  return {
    id,
    position: outcome.position,
    recordedAt: outcome.facts.at(-1)?.recordedAt ?? '',
    facts: outcome.facts.map(({ type }) => type),
    repeated: outcome.repeated,
    receipt: await receipts.issue(outcome.facts),
  };
};
