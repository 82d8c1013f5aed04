import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Channel, Subscription, Subscriptions } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import type { SafeLog, WorkShare } from '@ibex/runtime';
import type { DispatchSettings } from './dispatch.settings';
import { Dispatcher } from './dispatcher';
import type { FeedEvents } from './dispatcher';
import type { OutgoingPorts } from './outgoing-ports';
import { SubscriptionFeed } from './subscription-feed';
import type { FeedState } from './subscription-feed';

/** Pieces of work of this group are the live subscriptions of the channels that bring entries out, by id. */
export const CHANNELS_GROUP = 'channels';

const FEWEST_AHEAD = 5_000;

export type DispatchPorts = Readonly<{
  channels: readonly Channel[];
  subscriptions: Subscriptions;
  settings: DispatchSettings;
  work: WorkShare;
  outgoing: OutgoingPorts;
  log: SafeLog;
}>;

/** Has every live subscription brought out by one process, and follows what becomes of them. */
export class SubscriptionDispatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly dispatcher: Dispatcher;
  private readonly closing = new AbortController();
  private looking: Promise<void> | undefined;
  private shared = 0;

  constructor(private readonly ports: DispatchPorts) {
    this.dispatcher = new Dispatcher({
      newFeed: (subscription, events) => this.newFeed(subscription, events),
      live: () => this.live(),
      share: (add, remove) => this.share(add, remove),
      reportGone: (id) => this.reportGone(id),
      log: ports.log,
    });
  }

  states(): readonly FeedState[] {
    return this.dispatcher.states();
  }

  onApplicationBootstrap(): void {
    if (this.ports.work.does(CHANNELS_GROUP)) this.looking = this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.looking;
  }

  private async look(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        await this.dispatcher.refresh();
      } catch (error) {
        this.ports.log.warn('subscriptions-not-read', error);
      }
      await pause(this.ports.settings.lookEveryMs, signal);
    }
  }

  private async live(): Promise<readonly Subscription[]> {
    const open = await this.ports.subscriptions.open();
    return open.filter((each) => each.state === 'live' && this.channelOf(each) !== undefined);
  }

  private share(names: readonly string[], remove: readonly string[]): void {
    this.shared += names.length - remove.length;
    const start = (id: string): void => this.dispatcher.start(id);
    const stop = (id: string): Promise<void> => this.dispatcher.stop(id);
    if (names.length > 0) this.ports.work.offer({ group: CHANNELS_GROUP, names, start, stop });
    if (remove.length > 0) void this.ports.work.withdraw(CHANNELS_GROUP, remove);
  }

  private newFeed(subscription: Subscription, events: FeedEvents): SubscriptionFeed {
    const channel = this.channelOf(subscription);
    if (!channel) throw new Error(`no channel of kind ${subscription.channel}`);
    const range = { cursor: `subscription:${subscription.id}`, after: subscription.startsAfter };
    const pacing = { ...this.ports.settings, mostAhead: () => this.mostAhead() };
    return new SubscriptionFeed(range, {
      ...this.ports.outgoing.of(subscription, channel),
      ...events,
      pacing,
    });
  }

  private mostAhead(): number {
    const share = this.ports.settings.mostAheadInAll / Math.max(this.shared, 1);
    return Math.max(Math.floor(share), FEWEST_AHEAD);
  }

  private channelOf({ channel }: Subscription): Channel | undefined {
    return this.ports.channels.find(({ kind }) => kind === channel);
  }

  private async reportGone(id: string): Promise<void> {
    try {
      await this.ports.subscriptions.gone?.(id);
    } catch (error) {
      // asked again at the next look, for as long as the feed stands still
      this.ports.log.warn('gone-not-reported', error, { work: id });
    }
  }
}
