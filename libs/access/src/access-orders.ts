import { Inject, Injectable } from '@nestjs/common';
import type { Decider, Fact, Refusal, Request } from '@ibex/kernel';
import { DecisionRunner, RECEIPT_ISSUER, answerWith } from '@ibex/runtime';
import type { ReceiptIssuer, Submission, SubmissionAnswer } from '@ibex/runtime';

/** A command on access. `recordRef`: under whose key its words are sealed. */
export type AccessOrder<C extends Request> = Readonly<{
  id: string;
  stream: string;
  recordRef: string;
  command: C;
  submission: Submission;
}>;

/** Has commands on access decided and recorded. */
@Injectable()
export class AccessOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(RECEIPT_ISSUER) private readonly receipts: ReceiptIssuer,
  ) {}

  /** Throws RefusedError. */
  async submit<C extends Request, E extends Fact, S, R extends Refusal>(
    decider: Decider<C, E, S, R>,
    { id, stream, recordRef, command, submission }: AccessOrder<C>,
  ): Promise<SubmissionAnswer> {
    const outcome = await this.decisions.run(decider, { stream, command, submission }, { recordRef });
    return answerWith(id, outcome, this.receipts);
  }
}
