import { Inject, Injectable } from '@nestjs/common';
import { DecisionRunner, RECEIPT_ISSUER, answerWith } from '@ibex/runtime';
import type { ReceiptIssuer, Submission, SubmissionAnswer } from '@ibex/runtime';
import type { AgreementCommand } from '../domain/agreement.commands';
import { agreementDecider } from '../domain/agreement.decider';
import { agreementStream } from '../domain/agreement.events';

/** Has commands on agreements decided and recorded. What is personal in one is sealed under a key of its own. */
@Injectable()
export class AgreementOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(RECEIPT_ISSUER) private readonly receipts: ReceiptIssuer,
  ) {}

  /** Throws RefusedError; 404 for an agreement of others as for one that does not exist. */
  async submit(id: string, command: AgreementCommand, submission: Submission): Promise<SubmissionAnswer> {
    const stream = agreementStream(id);
    const order = { stream, command, submission };
    const outcome = await this.decisions.run(agreementDecider, order, { recordRef: stream });
    return answerWith(id, outcome, this.receipts);
  }
}
