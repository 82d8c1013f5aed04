import { Overtaken } from '@ibex/kernel';
import type { BusMessage, Cursors, Mailbox, MailboxEntry } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Trouble } from './trouble';
import type { Patience } from './trouble';

/** An entry in the form in which it leaves. */
export type Outgoing = Readonly<{ entry: MailboxEntry; message: BusMessage }>;

export type FeedPorts = Readonly<{
  channel: string;
  mailbox: Pick<Mailbox, 'read' | 'waitForMore'>;
  cursors: Pick<Cursors, 'at' | 'move'>;
  toMessage: (entry: MailboxEntry) => BusMessage;
  patience: Patience;
  /** How many entries to read at once, and to have ready at least. */
  readSize: () => number;
  /** Something can be sent now, or tried again. */
  wake: () => void;
}>;

/** `confirmedUpTo`: the last sequence number that the channel has for certain; undefined until the cursor was read. */
export type FeedState = Readonly<{
  authority: string;
  confirmedUpTo: number | undefined;
  /** When the oldest entry that was read and has not left yet was put into the mailbox, UTC. */
  oldestPutAt: string | undefined;
  failing?: Readonly<{ code: string; attempts: number; forMs: number }>;
}>;

const LONGEST_WAIT_MS = 30_000;

/**
 * One authority's mailbox on its way out: read ahead while the batch before is published, and accounted for by a cursor
 * that moves once the bus has what it covers. Entries leave at the front of the queue only, in order.
 */
export class MailboxFeed {
  readonly reading: Trouble;
  readonly sending: Trouble;
  readonly moving: Trouble;
  /** The batch in hand; settles when nothing of this mailbox is under way to the bus. Never fails. */
  inHand: Promise<void> | undefined;
  private queue: Outgoing[] = [];
  private readUpTo = 0;
  private published = 0;
  private cursor: number | undefined;
  private beginnings = 0;
  private isFull = false;
  private moves: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private waiting = new AbortController();
  private readonly following: Promise<void>;

  constructor(
    readonly authority: string,
    private readonly ports: FeedPorts,
  ) {
    this.reading = new Trouble(ports.patience);
    this.sending = new Trouble(ports.patience);
    this.moving = new Trouble(ports.patience);
    this.following = this.follow();
  }

  state(): FeedState {
    const failing = [this.sending, this.moving, this.reading].find(({ attempts }) => attempts > 0);
    return {
      authority: this.authority,
      confirmedUpTo: this.cursor,
      oldestPutAt: this.queue[0]?.entry.putAt,
      ...(failing ? { failing: failing.told() } : {}),
    };
  }

  get waitingEntries(): readonly Outgoing[] {
    return this.queue;
  }

  /** The last sequence number that the channel has for certain and that a restart would go on from. */
  get confirmedUpTo(): number | undefined {
    return this.cursor;
  }

  /** One batch may be ahead of the cursor, so that publishing need not wait for the cursor to be stored. */
  get canSend(): boolean {
    const ahead = this.published - (this.cursor ?? 0);
    return this.isOpen && this.queue.length > 0 && ahead <= this.ports.readSize() && !this.inHand;
  }

  /** Which beginning the queue belongs to: what was taken before the feed began anew is no longer accounted for. */
  get beginning(): number {
    return this.beginnings;
  }

  /** The bus has so many from the front of the queue for certain. */
  sent(count: number, beginning: number): void {
    if (beginning !== this.beginnings || count === 0) return;
    const gone = this.queue.splice(0, count);
    this.published = gone.at(-1)?.entry.sequence ?? this.published;
    if (this.isFull) this.waiting.abort();
    void this.moveCursor();
  }

  /** Stores how far the bus has it; tries again later where the store is away. Never fails. */
  moveCursor(): Promise<void> {
    this.moves ??= this.moveOn().finally(() => {
      this.moves = undefined;
      this.ports.wake();
    });
    return this.moves;
  }

  /** Whether the cursor stands behind what the bus has. */
  get isBehind(): boolean {
    return this.cursor !== undefined && this.cursor < this.published;
  }

  /** Resolves when the batch in hand is published and accounted for, or has failed. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.waiting.abort();
    await this.following;
    await this.inHand;
    await this.moves;
    if (this.isBehind) await this.moveCursor();
  }

  private get isOpen(): boolean {
    return this.cursor !== undefined && !this.stopping.signal.aborted;
  }

  private async moveOn(): Promise<void> {
    const { cursors, channel } = this.ports;
    try {
      while (this.cursor !== undefined && this.cursor < this.published) {
        const to = this.published;
        await cursors.move(channel, this.authority, this.cursor, to);
        this.cursor = to;
      }
      this.moving.over();
    } catch (error) {
      if (error instanceof Overtaken) this.beginAnew();
      else this.moving.failed(error);
    }
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.readOn();
        this.reading.over();
      } catch (error) {
        this.reading.failed(error);
        await pause(this.reading.dueInMs, signal);
      }
    }
  }

  private async readOn(): Promise<void> {
    const waiting = (this.waiting = new AbortController());
    if (this.cursor === undefined) {
      this.beginAt(await this.ports.cursors.at(this.ports.channel, this.authority));
      return;
    }
    this.isFull = this.queue.length > this.ports.readSize();
    if (this.isFull) await pause(LONGEST_WAIT_MS, waiting.signal);
    else await this.readMore(waiting.signal);
  }

  private async readMore(waiting: AbortSignal): Promise<void> {
    const { mailbox, readSize, toMessage, wake } = this.ports;
    const [after, beginning] = [this.readUpTo, this.beginnings];
    const entries = await mailbox.read(this.authority, after, readSize());
    if (beginning !== this.beginnings) return;
    for (const entry of entries) this.queue.push({ entry, message: toMessage(entry) });
    this.readUpTo = entries.at(-1)?.sequence ?? after;
    if (entries.length > 0) wake();
    else await mailbox.waitForMore(this.authority, after, LONGEST_WAIT_MS, waiting);
  }

  private beginAt(cursor: number): void {
    this.cursor = cursor;
    this.published = cursor;
    this.readUpTo = cursor;
  }

  /** Another relay had this mailbox in between: what it has done is found where the cursor stands now. */
  private beginAnew(): void {
    this.beginnings += 1;
    this.queue = [];
    this.cursor = undefined;
    this.waiting.abort();
  }
}
