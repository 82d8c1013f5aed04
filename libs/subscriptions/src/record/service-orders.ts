import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS } from '@ibex/kernel';
import type { Clock, Digests } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import { subscriptionDecider } from '../domain/subscription.decider';
import type { SubscriptionCommand } from '../domain/subscription.commands';
import { subscriptionStream } from './known-subscription';

/** Has decided and recorded what the service itself says of a subscription. */
@Injectable()
export class ServiceOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Digests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `what`: the same words, the same command. A refusal says that somebody has changed it at this moment. */
  async submit(id: string, command: SubscriptionCommand, what: string): Promise<void> {
    const commandId = this.digests.uuidFrom(`${id}\n${what}`);
    const actor = { authority: command.data.by, person: 'dispatcher', role: 'system' };
    const submission = { actor, commandId, commandDigest: commandId, correlationId: commandId };
    await this.decisions.run(subscriptionDecider, { stream: subscriptionStream(id), command, submission });
  }

  /** Of this moment: the decider tells whether it is on record already. */
  submitNow(id: string, command: SubscriptionCommand): Promise<void> {
    return this.submit(id, command, `${command.type}\n${this.clock.now()}`);
  }
}
