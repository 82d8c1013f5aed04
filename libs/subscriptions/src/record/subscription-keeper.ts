import { Injectable } from '@nestjs/common';
import type { EndpointTrouble, MailboxEntry, Subscription } from '@ibex/kernel';
import type { SubscriptionCommand } from '../domain/subscription.commands';
import { EntryTraitsReader } from '../filter/entry-traits';
import { RecordedSubscriptions } from './recorded-subscriptions';
import { ServiceOrders } from './service-orders';

/** What whoever delivers asks of a subscription, and tells of it. */
@Injectable()
export class SubscriptionKeeper {
  constructor(
    private readonly traits: EntryTraitsReader,
    private readonly recorded: RecordedSubscriptions,
    private readonly orders: ServiceOrders,
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
    // of this revision: once it was resumed, the receiver may be gone again
    await this.orders.submit(id, { type: 'PauseSubscription', data }, `gone\n${String(revision)}`);
  }

  troubled(id: string, trouble: EndpointTrouble, againAfterHours: number): Promise<void> {
    return this.sayNow(id, (by) => ({ type: 'ReportTrouble', data: { by, ...trouble, againAfterHours } }));
  }

  recovered(id: string): Promise<void> {
    return this.sayNow(id, (by) => ({ type: 'RecordRecovery', data: { by } }));
  }

  pauseOver(id: string): Promise<void> {
    return this.sayNow(id, (by) => ({ type: 'EndPause', data: { by } }));
  }

  /** What is on record already the decider leaves as it is, whoever says it again. */
  private async sayNow(id: string, commandOf: (by: string) => SubscriptionCommand): Promise<void> {
    const recorded = await this.recorded.recorded(id);
    if (!recorded || recorded.folded.known.phase === 'closed') return;
    const command = commandOf(recorded.folded.known.authority);
    await this.orders.submitNow(id, command);
  }
}
