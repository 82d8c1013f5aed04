import type { BatchChannel, Subscription } from '@ibex/kernel';
import type { FeedEvents } from '../dispatcher';
import type { FeedRange } from '../feed.ports';
import type { OutgoingPorts } from '../outgoing-ports';
import type { BatchPacing, BatchPorts } from './batch.ports';
import { BatchFeed } from './batch-feed';

type Sources = Readonly<{
  channels: readonly BatchChannel[];
  outgoing: Pick<OutgoingPorts, 'ofBatches'>;
  pacing: BatchPacing;
  idFrom: (text: string) => string;
}>;
type Change = Pick<BatchPorts, 'wentGone' | 'overtaken' | 'mayBegin'>;

/** Makes the feeds of subscriptions whose channel gathers entries. */
export class BatchFeeds {
  constructor(private readonly sources: Sources) {}

  /** Whether this installation has that channel. */
  serves({ channel }: Pick<Subscription, 'channel'>): boolean {
    return this.channelOf(channel) !== undefined;
  }

  /** Undefined: of a channel that does not gather. */
  feedOf(subscription: Subscription, range: FeedRange, events: FeedEvents | Change): BatchFeed | undefined {
    const channel = this.channelOf(subscription.channel);
    if (!channel) return undefined;
    const { outgoing, pacing, idFrom } = this.sources;
    return new BatchFeed(range, { ...outgoing.ofBatches(subscription), channel, pacing, idFrom, ...events });
  }

  private channelOf(kind: Subscription['channel']): BatchChannel | undefined {
    return this.sources.channels.find((channel) => channel.kind === kind);
  }
}
