import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { MAILBOX } from '@ibex/kernel';
import type { AbortSignalLike, Actor, Mailbox, MailboxEntry } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import { CursorEvidence } from '../ladder/cursor-evidence';
import { DeliveryRecorder } from '../ladder/delivery-recorder';
import { ReadersSeen } from '../heartbeat/readers-seen';
import type { Channel } from '../ladder/delivery.events';

/** `waitMs`: how long to wait for an entry when there is none. */
export type Pull = Readonly<{ after: number; limit: number; waitMs: number; channel: Channel }>;

/** The last entry that somebody has, and in which field of the call that was said. */
export type Cursor = Readonly<{
  after: number;
  field?: 'after' | 'Last-Event-ID';
  subscription?: string | undefined;
}>;

// a function, because the signal changes while others are awaited
const isOver = (signal: AbortSignalLike): boolean => signal.aborted;

const ahead = ({ after, field = 'after' }: Cursor, head: number): ProblemError =>
  new ProblemError(
    400,
    'inbox/cursor-ahead',
    'Cursor ahead of the mailbox',
    `The cursor is ${after}, but the newest entry of your mailbox is ${head}.`,
    {
      field,
      mend: `Give a number from 0 to ${head}. If your cursor comes from another installation, begin again from 0.`,
    },
  );

/** One authority's mailbox as its readers see it. */
@Injectable()
export class Inbox implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly recorder: DeliveryRecorder,
    private readonly evidence: CursorEvidence,
    private readonly seen: ReadersSeen,
  ) {}

  /** Ends whoever waits, so that the server can close. */
  get closes(): AbortSignal {
    return this.closing.signal;
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }

  /** Throws ProblemError 400 `inbox/cursor-ahead` for a cursor that this mailbox has not given out. */
  async checkCursor(reader: Actor, cursor: Cursor, channel: Channel): Promise<void> {
    const { after } = cursor;
    const head = await this.mailbox.head(reader.authority);
    if (after > head) throw ahead(cursor, head);
    // whoever reads through a subscription does not have what its filter held back
    if (cursor.subscription === undefined) await this.evidence.lookBack(reader, after, channel);
  }

  /** The next entries; empty when there are none after all the waiting. */
  async next(reader: Actor, pull: Pull, signal: AbortSignalLike): Promise<readonly MailboxEntry[]> {
    const { authority } = reader;
    const { after, limit, waitMs, channel } = pull;
    this.seen.note(authority, channel);
    const ready = await this.mailbox.read(authority, after, limit);
    if (ready.length > 0 || waitMs === 0 || isOver(signal)) return ready;
    await this.mailbox.waitForMore(authority, after, waitMs, signal);
    // whoever is gone is handed nothing: it would count as delivered
    return isOver(signal) ? [] : this.mailbox.read(authority, after, limit);
  }

  /** Waits while there is nothing to hand out, whatever the mailbox holds: until something new comes, or time is up. */
  async rest({ authority }: Actor, waitMs: number, signal: AbortSignalLike): Promise<void> {
    if (waitMs === 0 || isOver(signal)) return;
    await this.mailbox.waitForMore(authority, await this.head(authority), waitMs, signal);
  }

  /** An entry as it stands now: one that an agreement opened may have been withdrawn since it was read. */
  async asItStands(entry: MailboxEntry): Promise<MailboxEntry> {
    if (!entry.agreement) return entry;
    return (await this.mailbox.find(entry.authority, entry.sequence)) ?? entry;
  }

  /** Number of the newest entry. */
  head(authority: string): Promise<number> {
    return this.mailbox.head(authority);
  }

  /** To be called once the entries were sent; `subscription`: through which, so that others in between were not. */
  sent(reader: Actor, entries: readonly MailboxEntry[], channel: Channel, subscription?: string): void {
    const last = entries.at(-1);
    if (!last) return;
    this.recorder.handedOut(entries, reader, channel);
    if (subscription === undefined) this.evidence.handedOutUpTo(reader.authority, last.sequence);
  }
}
