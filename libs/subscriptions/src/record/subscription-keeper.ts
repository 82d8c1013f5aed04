import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Digests, MailboxEntry, Subscription } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import { subscriptionDecider } from '../domain/subscription.decider';
import type { PauseSubscription } from '../domain/subscription.commands';
import { EntryTraitsReader } from '../filter/entry-traits';
import { subscriptionStream } from './known-subscription';
import { RecordedSubscriptions } from './recorded-subscriptions';

/** What whoever delivers asks of a subscription, and tells of it. */
@Injectable()
export class SubscriptionKeeper {
  constructor(
    private readonly traits: EntryTraitsReader,
    private readonly recorded: RecordedSubscriptions,
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  passes(subscription: Subscription, entry: MailboxEntry): Promise<boolean> {
    return this.traits.passes(subscription, entry);
  }

  /** Pauses what is live, with the reason on record; anything else stays as it is. */
  async gone(id: string): Promise<void> {
    const recorded = await this.recorded.recorded(id);
    if (recorded?.folded.known.phase !== 'live') return;
    const { known, revision } = recorded.folded;
    const data = { by: known.authority, because: 'receiver-gone' } as const;
    const command: PauseSubscription = { type: 'PauseSubscription', data };
    // of this revision: once it was resumed, the receiver may be gone again
    const commandId = this.digests.uuidFrom(`${id}\ngone\n${String(revision)}`);
    const actor = { authority: known.authority, person: 'dispatcher', role: 'system' };
    const submission = { actor, commandId, commandDigest: commandId, correlationId: commandId };
    // a refusal says that somebody paused or closed it at this moment
    await this.decisions.run(subscriptionDecider, { stream: subscriptionStream(id), command, submission });
  }
}
