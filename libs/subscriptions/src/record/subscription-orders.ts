import { Inject, Injectable } from '@nestjs/common';
import { DecisionRunner, RECEIPT_ISSUER, answerWith } from '@ibex/runtime';
import type { Order, ReceiptIssuer, Submission, SubmissionAnswer } from '@ibex/runtime';
import { subscriptionDecider } from '../domain/subscription.decider';
import type { SubscriptionCommand } from '../domain/subscription.commands';
import { sealingScopeOf, subscriptionStream } from './known-subscription';
import { Room } from './room';

/** Has commands on subscriptions decided and recorded, and answers with a receipt as for a notice. */
@Injectable()
export class SubscriptionOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(RECEIPT_ISSUER) private readonly receipts: ReceiptIssuer,
    private readonly room: Room,
  ) {}

  /** Throws RefusedError; 404 for a subscription of another authority as for one that does not exist. */
  async submit(id: string, command: SubscriptionCommand, submission: Submission): Promise<SubmissionAnswer> {
    const asked = await this.withRoom(command);
    const order: Order<SubscriptionCommand> = { stream: subscriptionStream(id), command: asked, submission };
    const recordRef = sealingScopeOf(submission.actor.authority);
    const outcome = await this.decisions.run(subscriptionDecider, order, { recordRef });
    return answerWith(id, outcome, this.receipts);
  }

  private async withRoom(command: SubscriptionCommand): Promise<SubscriptionCommand> {
    if (command.type !== 'OpenSubscription') return command;
    return { ...command, data: { ...command.data, room: await this.room.of(command.data.by) } };
  }
}
