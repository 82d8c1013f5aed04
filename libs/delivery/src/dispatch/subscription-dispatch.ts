import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Channel, Clock, Mailbox, Subscription, Subscriptions } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import type { SafeLog, WorkShare } from '@ibex/runtime';
import type { DispatchSettings } from './dispatch.settings';
import { Dispatcher } from './dispatcher';
import { Mender } from './mending/mender';
import type { NewReplay } from './mending/mender';
import type { Mending } from './mending/mending';
import type { BatchFeeds } from './batches/batch-feeds';
import type { FeedEvents } from './dispatcher';
import type { OutgoingPorts } from './outgoing-ports';
import { SpareTries } from './send-width';
import { SubscriptionFeed } from './subscription-feed';
import type { FeedState, MeasuredFeed, OutgoingFeed } from './feed.ports';
import { TroubleReports } from './trouble/trouble-reports';

/** Pieces of work of this group are the live subscriptions of the channels that bring entries out, by id. */
export const CHANNELS_GROUP = 'channels';

const FEWEST_AHEAD = 5_000;
/** A replay leaves the endpoint to what is new, mostly. */
const REPLAYED_AT_ONCE = 1;

/** Until a fresh exchange has built the views that are read here, a look fails: that is no fault. */
const LOOKS_AT_START = 4;

/** The first time and then ever more seldom: 1, 2, 4, 8 … */
const isToBeTold = (failures: number, hasRead: boolean): boolean =>
  (failures & (failures - 1)) === 0 && (hasRead || failures > LOOKS_AT_START);

export type DispatchPorts = Readonly<{
  channels: readonly Channel[];
  batches: BatchFeeds;
  subscriptions: Subscriptions;
  settings: DispatchSettings;
  work: WorkShare;
  outgoing: OutgoingPorts;
  mailbox: Pick<Mailbox, 'find'>;
  mending: Mending;
  clock: Clock;
  log: SafeLog;
}>;

export type BroughtOut = Readonly<{ subscription: Subscription; channel: Channel; state: FeedState }>;

/** Has every live subscription brought out by one process, and follows what becomes of them. */
export class SubscriptionDispatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly dispatcher: Dispatcher;
  private readonly mender: Mender;
  private readonly trouble: TroubleReports;
  private readonly closing = new AbortController();
  private looking: Promise<void> | undefined;
  private readonly spare: SpareTries;
  private shared = 0;

  constructor(private readonly ports: DispatchPorts) {
    this.spare = new SpareTries(ports.settings.spareInAll);
    this.dispatcher = new Dispatcher({
      newFeed: (subscription, events) => this.newFeed(subscription, events),
      share: (add, remove) => this.share(add, remove),
      reportGone: (id) => this.reportGone(id),
      log: ports.log,
    });
    this.mender = new Mender({
      list: ports.mending.list,
      orders: ports.mending.orders,
      mailbox: ports.mailbox,
      running: (id) => this.dispatcher.runningOf(id),
      newReplay: (...of) => this.newReplay(...of),
    });
    const { subscriptions, clock, settings, log } = ports;
    this.trouble = new TroubleReports({ subscriptions, clock, settings: settings.trouble, log });
  }

  states(): readonly FeedState[] {
    return this.dispatcher.states();
  }

  /** The same with the channel of each. */
  measured(): readonly MeasuredFeed[] {
    return this.dispatcher.all().map(({ subscription: { channel }, feed }) => ({ ...feed.state(), channel }));
  }

  /** Whom this process brings entries to at the moment, and how it stands with them. */
  broughtOut(): readonly BroughtOut[] {
    return this.dispatcher.all().flatMap(({ subscription, feed }) => {
      const channel = this.channelOf(subscription);
      return channel ? [{ subscription, channel, state: feed.state() }] : [];
    });
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
    let failures = 0;
    let hasRead = false;
    while (!signal.aborted) {
      try {
        const open = await this.ports.subscriptions.open();
        await this.dispatcher.refresh(this.liveOf(open));
        await this.mender.look();
        await this.trouble.look(open, this.states());
        [failures, hasRead] = [0, true];
      } catch (error) {
        failures += 1;
        if (isToBeTold(failures, hasRead))
          this.ports.log.warn('subscriptions-not-read', error, { attempts: failures });
      }
      await pause(this.ports.settings.lookEveryMs, signal);
    }
  }

  private liveOf(open: readonly Subscription[]): readonly Subscription[] {
    return open.filter((each) => each.state === 'live' && this.isServed(each));
  }

  private share(names: readonly string[], remove: readonly string[]): void {
    this.shared += names.length - remove.length;
    const start = (id: string): void => this.dispatcher.start(id);
    const stop = async (id: string): Promise<void> => {
      await Promise.all([this.dispatcher.stop(id), this.mender.stop(id)]);
      await this.ports.outgoing.flush();
    };
    if (names.length > 0) this.ports.work.offer({ group: CHANNELS_GROUP, names, start, stop });
    if (remove.length > 0) void this.ports.work.withdraw(CHANNELS_GROUP, remove);
  }

  private newFeed(subscription: Subscription, events: FeedEvents): OutgoingFeed {
    const range = { cursor: `subscription:${subscription.id}`, after: subscription.startsAfter };
    const gathering = this.ports.batches.feedOf(subscription, range, events);
    if (gathering) return gathering;
    const channel = this.getChannel(subscription);
    const { settings } = this.ports;
    const widening = { most: settings.mostInFlightBehind, spare: this.spare };
    const pacing = { ...settings, widening, mostAhead: () => this.mostAhead() };
    return new SubscriptionFeed(range, {
      ...this.ports.outgoing.of(subscription, channel),
      ...events,
      pacing,
    });
  }

  private readonly newReplay: NewReplay = ({ feed, subscription }, replay, { overtaken }) => {
    const { replayId, fromSequence, toSequence: upTo } = replay;
    const range = { cursor: `replay:${replayId}`, after: fromSequence - 1, upTo };
    // the live feed hears of it as well, and says so
    const wentGone = (): void => undefined;
    const mayBegin = (): boolean => feed.state().phase === 'well';
    const events = { overtaken, wentGone, mayBegin };
    const gathering = this.ports.batches.feedOf(subscription, range, events);
    if (gathering) return gathering;
    const channel = this.getChannel(subscription);
    const pacing = { ...this.ports.settings, mostInFlight: REPLAYED_AT_ONCE, mostAhead: () => FEWEST_AHEAD };
    return new SubscriptionFeed(range, {
      ...this.ports.outgoing.of(subscription, channel),
      ...events,
      pacing,
    });
  };

  private mostAhead(): number {
    const share = this.ports.settings.mostAheadInAll / Math.max(this.shared, 1);
    return Math.max(Math.floor(share), FEWEST_AHEAD);
  }

  private isServed(subscription: Subscription): boolean {
    return this.channelOf(subscription) !== undefined || this.ports.batches.serves(subscription);
  }

  private getChannel(subscription: Subscription): Channel {
    const channel = this.channelOf(subscription);
    if (!channel) throw new Error(`no channel of kind ${subscription.channel}`);
    return channel;
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
