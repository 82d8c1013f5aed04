import { MessageNotTaken } from '@ibex/kernel';
import type { BusMessage, Cursors, Mailbox, MailboxEntry, MessageBus } from '@ibex/kernel';
import { inSpan } from '@ibex/runtime';
import type { SafeLog } from '@ibex/runtime';
import { fairSlices } from './fair-slices.rule';
import { MailboxFeed } from './mailbox-feed';
import type { FeedState, Outgoing } from './mailbox-feed';
import { USUAL_PATIENCE } from './trouble';
import type { Patience } from './trouble';

/** Puts on record that a channel will never take an entry. Idempotent. */
export interface AsideLog {
  setAside(entry: MailboxEntry, channel: string): Promise<void>;
}

export type RelayPorts = Readonly<{
  bus: Pick<MessageBus, 'channel' | 'publish'>;
  mailbox: Pick<Mailbox, 'read' | 'waitForMore'>;
  cursors: Pick<Cursors, 'at' | 'move'>;
  aside: AsideLog;
  /** The content of what leaves for an entry: a CloudEvent. */
  toEvent: (entry: MailboxEntry) => BusMessage['event'];
  log: SafeLog;
  patience?: Patience;
  sizes?: RelaySizes;
}>;

/** `read`: entries of one mailbox at once; `batch`: messages in one call of the bus, over all mailboxes; at most. */
export type RelaySizes = Readonly<{ read: number; batch: number }>;

const USUAL_SIZES: RelaySizes = { read: 500, batch: 2_000 };
/** Entries in memory at most, roughly, over all authorities. */
const MOST_READ_AHEAD = 20_000;
const SMALLEST_READ = 50;

type Batch = Readonly<{ feed: MailboxFeed; slice: readonly Outgoing[]; beginning: number }>;

/**
 * Brings the mailboxes of the authorities that this process has to a bus. What goes well leaves together, a fair share
 * of each; a mailbox that the bus does not take goes on trying by itself, so that it holds up nobody else. Of one
 * mailbox never more than one batch is under way: that, and sending all again after a failure, keeps the order.
 */
export class MailboxRelay {
  private readonly feeds = new Map<string, MailboxFeed>();
  private readonly ending = new Map<string, Promise<void>>();
  private together: Promise<void> | undefined;
  private woken: ReturnType<typeof setImmediate> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;

  private readonly sizes: RelaySizes;

  constructor(private readonly ports: RelayPorts) {
    this.sizes = ports.sizes ?? USUAL_SIZES;
  }

  /** From now on this mailbox is brought out here. */
  start(authority: string): void {
    const ending = this.ending.get(authority);
    if (ending) void ending.then(() => this.start(authority));
    else if (!this.feeds.has(authority)) this.feeds.set(authority, this.newFeed(authority));
  }

  /** Resolves when nothing of this mailbox is under way any more. */
  stop(authority: string): Promise<void> {
    const feed = this.feeds.get(authority);
    if (!feed) return this.ending.get(authority) ?? Promise.resolve();
    this.feeds.delete(authority);
    const ended = feed.stop().finally(() => this.ending.delete(authority));
    this.ending.set(authority, ended);
    return ended;
  }

  states(): readonly FeedState[] {
    return [...this.feeds.values()].map((feed) => feed.state());
  }

  private newFeed(authority: string): MailboxFeed {
    const { bus, mailbox, cursors, toEvent, patience = USUAL_PATIENCE } = this.ports;
    return new MailboxFeed(authority, {
      channel: bus.channel,
      mailbox,
      cursors,
      patience,
      toMessage: (entry) => ({ authority, key: entry.recordRef, event: toEvent(entry) }),
      readSize: () => this.readSize(),
      wake: () => this.wake(),
    });
  }

  private readSize(): number {
    const share = Math.floor(MOST_READ_AHEAD / (2 * Math.max(this.feeds.size, 1)));
    return Math.min(Math.max(share, SMALLEST_READ), this.sizes.read);
  }

  /** Whoever wakes it in the same turn of the event loop leaves together. */
  private wake(): void {
    this.woken ??= setImmediate(() => {
      this.woken = undefined;
      this.sendWhatWaits();
    });
  }

  private sendWhatWaits(): void {
    const feeds = [...this.feeds.values()];
    // before it is looked at who is due: nobody's moment comes unseen between two looks at the clock
    this.wakeForRetry(feeds);
    for (const feed of feeds) if (feed.isBehind && feed.moving.dueInMs === 0) void feed.moveCursor();
    const ready = feeds.filter((feed) => feed.canSend && feed.sending.dueInMs === 0);
    for (const feed of ready) if (feed.sending.attempts > 0) void this.send([feed]);
    const well = ready.filter((feed) => feed.sending.attempts === 0);
    if (well.length > 0 && !this.together) {
      this.together = this.send(well).finally(() => (this.together = undefined));
    }
  }

  private wakeForRetry(feeds: readonly MailboxFeed[]): void {
    clearTimeout(this.retry);
    const due = feeds.flatMap(({ sending, moving }) =>
      [sending.dueInMs, moving.dueInMs].filter((ms) => ms > 0),
    );
    if (due.length > 0) this.retry = setTimeout(() => this.wake(), Math.min(...due) + 1).unref();
  }

  private async send(feeds: readonly MailboxFeed[]): Promise<void> {
    const slices = fairSlices(
      feeds.map(({ waitingEntries }) => Math.min(waitingEntries.length, this.sizes.read)),
      this.sizes.batch,
    );
    const batches = feeds.map((feed, at): Batch => {
      const { beginning } = feed;
      return { feed, slice: feed.waitingEntries.slice(0, slices[at] ?? 0), beginning };
    });
    const sending = this.publish(batches).catch((error: unknown) => this.failed(batches, error));
    for (const feed of feeds) feed.inHand = sending;
    await sending;
    for (const feed of feeds) feed.inHand = undefined;
    this.wake();
  }

  private async publish(batches: readonly Batch[]): Promise<void> {
    const { bus } = this.ports;
    const messages = batches.flatMap(({ slice }) => slice.map(({ message }) => message));
    const about = { channel: bus.channel, entries: messages.length };
    await inSpan('relay batch', about, () => bus.publish(messages));
    for (const { feed, slice, beginning } of batches) {
      feed.sent(slice.length, beginning);
      this.recovered(feed);
    }
  }

  private async failed(batches: readonly Batch[], error: unknown): Promise<void> {
    const poisoned = error instanceof MessageNotTaken ? findPoisoned(batches, error.eventId) : undefined;
    try {
      if (!poisoned) throw error;
      await this.setAside(poisoned);
    } catch (fault) {
      for (const { feed } of poisoned ? [poisoned] : batches) this.note(feed, fault);
    }
  }

  /** What stands before it in its mailbox is held; of other mailboxes nobody knows, so they are sent again. */
  private async setAside({ feed, slice, beginning, at }: Poisoned): Promise<void> {
    feed.sent(at, beginning);
    const [poison] = slice.slice(at, at + 1);
    if (poison) await this.ports.aside.setAside(poison.entry, this.ports.bus.channel);
    feed.sent(1, beginning);
  }

  private note(feed: MailboxFeed, fault: unknown): void {
    feed.sending.failed(fault);
    const { attempts } = feed.sending;
    // the first time and then ever more seldom: 1, 2, 4, 8 …
    if ((attempts & (attempts - 1)) === 0)
      this.ports.log.warn('relay-failing', fault, { work: feed.authority, attempts });
  }

  private recovered(feed: MailboxFeed): void {
    const { code, attempts } = feed.sending;
    if (code === undefined) return;
    feed.sending.over();
    this.ports.log.info('relay-recovered', { work: feed.authority, attempts });
    // what failed for the same reason will most likely go through as well
    for (const other of this.feeds.values()) if (other.sending.code === code) other.sending.tryAtOnce();
  }
}

type Poisoned = Batch & Readonly<{ at: number }>;

const findPoisoned = (batches: readonly Batch[], eventId: string): Poisoned | undefined => {
  for (const batch of batches) {
    const at = batch.slice.findIndex(({ message }) => message.event.id === eventId);
    if (at >= 0) return { ...batch, at };
  }
  return undefined;
};
