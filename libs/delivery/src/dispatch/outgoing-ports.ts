import type { Channel, Subscription, Subscriptions } from '@ibex/kernel';
import type { RecordedAsides } from '../channels/aside-log';
import type { InboxMessages } from '../inbox/inbox-messages';
import type { DeliveryLog } from '../ladder/delivery-log';
import { isLadderChannel } from '../ladder/delivery.events';
import type { AttemptLog } from './attempts/attempt-log';
import type { MendingOrders } from './mending/mending-orders';
import type { Delivered } from './delivered-notes';
import type { FeedPorts } from './feed.ports';

type Given = Omit<FeedPorts, 'pacing' | 'wentGone' | 'overtaken'>;

export type OutgoingSources = Pick<
  FeedPorts,
  'mailbox' | 'cursors' | 'memories' | 'secrets' | 'clock' | 'log'
> &
  Readonly<{
    subscriptions: Subscriptions;
    messages: InboxMessages;
    ladder: DeliveryLog;
    asides: RecordedAsides;
    attempts: AttemptLog;
    mending: MendingOrders;
  }>;

/** What every feed needs of the stores and of the ladder. */
export class OutgoingPorts {
  constructor(private readonly sources: OutgoingSources) {}

  /** Puts away what was noted of a feed that has ended. */
  flush(): Promise<void> {
    return this.sources.attempts.flush();
  }

  of(subscription: Subscription, channel: Channel): Given {
    const { mailbox, cursors, memories, secrets, clock, log } = this.sources;
    const { messages, attempts, subscriptions, asides, mending } = this.sources;
    return {
      ...{ subscription, channel, mailbox, cursors, memories, secrets, clock, log },
      toEvent: (entry) => messages.of(entry),
      note: (attempt) => attempts.note(attempt),
      passes: (asked, entry) => subscriptions.passes(asked, entry),
      record: (delivered) => this.record(subscription, delivered),
      setAside: async (entry, because) => {
        await asides.setAside(entry, channel.kind, subscription.id);
        await mending.setAside(subscription, entry, because);
      },
      takenAfterAll: (entry) => mending.takenAfterAll(subscription, entry),
    };
  }

  /** Delivered: their end took it. Nobody has read it for that. */
  private async record(
    { id, authority, channel }: Subscription,
    delivered: readonly Delivered[],
  ): Promise<void> {
    if (!isLadderChannel(channel)) return;
    const to = { authority, person: `subscription:${id}`, role: 'system' };
    const handed = delivered.map(({ entry, at }) => ({
      entry,
      at,
      to,
      channel,
      evidence: 'handed-out' as const,
    }));
    await this.sources.ladder.record(handed);
  }
}
