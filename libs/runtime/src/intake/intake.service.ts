import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Submission } from '../decision/order';
import { answerWith } from './answer-with';
import { canonicalJson, sha256, uuidFrom } from './digest';
import type { IntakeAction } from './intake-action';
import { RECEIPT_ISSUER } from './receipt-issuer';
import type { ReceiptIssuer } from './receipt-issuer';
import type { SubmissionAnswer } from './submission-answer';

export type Submitting<D extends object = object> = Readonly<{
  /** The notice's id; left out where the action opens a new notice. */
  id?: string;
  dto: D;
  submission: Submission;
}>;

/** The one way in: single routes, batches and importers all pass through here. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly commands: CommandBus,
    @Inject(RECEIPT_ISSUER) private readonly receipts: ReceiptIssuer,
  ) {}

  /** Throws RefusedError where the decider says no, ProblemError 409 for a reused Idempotency-Key. */
  async submit(action: IntakeAction, incoming: Submitting): Promise<SubmissionAnswer> {
    const { actor, commandId, correlationId } = incoming.submission;
    const id = incoming.id ?? uuidFrom(`${commandId}\nnotice`);
    const commandDigest = sha256(`${action.name}\n${incoming.id ?? ''}\n${canonicalJson(incoming.dto)}`);
    const opensOwnStream = incoming.id === undefined;
    const submission = { actor, commandId, correlationId, commandDigest, opensOwnStream };
    const outcome = await this.commands.execute(action.toCommand({ id, dto: incoming.dto, submission }));
    const answer = await answerWith(id, outcome, this.receipts);
    const recordRef = outcome.outcome === 'recorded' ? outcome.facts.at(-1)?.metadata.recordRef : undefined;
    return recordRef === undefined ? answer : { ...answer, recordRef };
  }
}
