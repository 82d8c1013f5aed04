import { toEpochMs } from '@ibex/kernel';
import type { Channel, ChannelKind, MailboxEntry, Subscription, Subscriptions } from '@ibex/kernel';
import type { Metrics } from '@ibex/runtime';
import type { RecordedAsides } from '../channels/aside-log';
import type { InboxMessage } from '../inbox/inbox.message';
import type { InboxMessages } from '../inbox/inbox-messages';
import type { DeliveryLog } from '../ladder/delivery-log';
import { isLadderChannel } from '../ladder/delivery.events';
import type { SealedDetails } from '../sealing/sealed-details';
import { SealedFeed } from '../sealing/sealed-feed';
import type { OneTry } from './attempts/attempt-lines';
import type { AttemptLog } from './attempts/attempt-log';
import type { MendingOrders } from './mending/mending-orders';
import type { BatchPorts } from './batches/batch.ports';
import type { Delivered } from './delivered-notes';
import type { FeedPorts } from './feed.ports';

type Given = Omit<FeedPorts, 'pacing' | 'wentGone' | 'overtaken'>;
type GivenToBatches = Omit<BatchPorts, 'channel' | 'pacing' | 'idFrom' | 'wentGone' | 'overtaken'>;

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
    metrics: Pick<Metrics, 'attempted' | 'delivered'>;
    /** Left out: this process cannot seal, and holds what is to be sealed. */
    sealing?: SealedDetails | undefined;
  }>;

const toBatched = (
  { sequence, urgency, from, recordedAt, duty }: MailboxEntry,
  { data: { kind, links } }: InboxMessage,
): ReturnType<BatchPorts['toBatched']> => ({
  ...{ sequence, kind, urgency, from, recordedAt, link: links.detail },
  ...(duty?.dueAt === undefined ? {} : { dueAt: duty.dueAt }),
});

/** What every feed needs of the stores and of the ladder. */
export class OutgoingPorts {
  constructor(private readonly sources: OutgoingSources) {}

  /** Puts away what was noted of a feed that has ended. */
  flush(): Promise<void> {
    return this.sources.attempts.flush();
  }

  of(subscription: Subscription, channel: Channel): Given {
    const { mailbox, cursors, memories, secrets, clock, log } = this.sources;
    const { messages, subscriptions, asides, mending, sealing } = this.sources;
    const sealed = subscription.payload === 'sealed' ? new SealedFeed(subscription, sealing, log) : undefined;
    return {
      ...{ subscription, channel, mailbox, cursors, memories, secrets, clock, log },
      toEvent: (entry) => messages.of(entry),
      ...(sealed && { seal: (entry, event) => sealed.seal(entry, event) }),
      note: (attempt) => this.note(channel.kind, attempt),
      measure: (delivered) => this.measure(channel.kind, delivered),
      passes: (asked, entry) => subscriptions.passes(asked, entry),
      record: (delivered) => this.record(subscription, delivered, (entry) => sealed?.takeKid(entry)),
      setAside: async (entry, because) => {
        await asides.setAside(entry, channel.kind, subscription.id);
        await mending.setAside(subscription, entry, because);
      },
      takenAfterAll: (entry) => mending.takenAfterAll(subscription, entry),
    };
  }

  ofBatches(subscription: Subscription): GivenToBatches {
    const { mailbox, cursors, clock, log, messages, subscriptions } = this.sources;
    const { id: subscriptionId, authority } = subscription;
    return {
      ...{ subscription, mailbox, cursors, clock, log },
      toBatched: (entry) => toBatched(entry, messages.of(entry)),
      note: (attempt) => this.note(subscription.channel, { ...attempt, subscriptionId, authority }),
      passes: (asked, entry) => subscriptions.passes(asked, entry),
      record: (delivered) => this.record(subscription, delivered, () => undefined),
    };
  }

  private note(channel: ChannelKind, attempt: OneTry): void {
    this.sources.attempts.note(attempt);
    this.sources.metrics.attempted(channel, attempt.outcome);
  }

  private measure(channel: ChannelKind, { entry, at }: Delivered): void {
    const lane = entry.urgency === 'urgent' ? 'urgent' : 'standard';
    const seconds = (toEpochMs(at) - toEpochMs(entry.putAt)) / 1_000;
    this.sources.metrics.delivered({ channel, lane, seconds });
  }

  /** Delivered: their end took it. Nobody has read it for that. */
  private async record(
    { id, authority, channel }: Subscription,
    delivered: readonly Delivered[],
    kidOf: (entry: MailboxEntry) => string | undefined,
  ): Promise<void> {
    if (!isLadderChannel(channel)) return;
    const to = { authority, person: `subscription:${id}`, role: 'system' };
    const handed = delivered.map(({ entry, at }) => {
      const sealedTo = kidOf(entry);
      const sealed = sealedTo === undefined ? {} : { sealedTo };
      return { entry, at, to, channel, evidence: 'handed-out' as const, ...sealed };
    });
    await this.sources.ladder.record(handed);
  }
}
