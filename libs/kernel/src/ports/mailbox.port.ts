import type { Position } from '../recorded';
import type { AbortSignalLike } from './event-store.port';
import type { Addressing } from '../notification';

/** What the router puts into a mailbox; one per fact and recipient, for ever. */
export type NewEntry = Addressing &
  Readonly<{
    /** Stable id for de-duplication: derived from fact and recipient. */
    entryId: string;
    /** Receiving authority, GSS code. */
    authority: string;
    factId: string;
    /** Stream of the notice, e.g. `placement-…`. */
    stream: string;
    recordRef: string;
    /** Message type, e.g. `uk.ibex.placement.notified`. */
    type: string;
    messageVersion: number;
    /** Sending authority, GSS code. */
    from: string;
    occurredAt: string;
    recordedAt: string;
    position: Position;
  }>;

/**
 * `sequence` counts 1, 2, 3 … per authority without gaps. `putAt`: when it reached the mailbox, UTC. `withdrawn`: the
 * sharing agreement that opened it has ended, so that nothing of it may be handed out any more.
 */
export type MailboxEntry = NewEntry & Readonly<{ sequence: number; putAt: string; withdrawn?: true }>;

/**
 * One mailbox per authority. `deliver` is exactly-once per entryId and moves the router's checkpoint in the same
 * transaction, so that a router killed anywhere neither loses nor repeats an entry. It throws Overtaken, and writes
 * nothing, when another process has moved the router's checkpoint since this one last read or wrote it.
 */
export interface Mailbox {
  checkpoint(router: string): Promise<Position>;
  deliver(router: string, entries: readonly NewEntry[], upTo: Position): Promise<readonly MailboxEntry[]>;
  /** Entries after a sequence number, oldest first. */
  read(authority: string, after: number, limit: number): Promise<readonly MailboxEntry[]>;
  find(authority: string, sequence: number): Promise<MailboxEntry | undefined>;
  /** Every entry that one fact led to, by recipient. */
  entriesOfFact(factId: string): Promise<readonly MailboxEntry[]>;
  /** The same of many facts, as one question. */
  entriesOfFacts(factIds: readonly string[]): Promise<readonly MailboxEntry[]>;
  entriesOfStream(stream: string): Promise<readonly MailboxEntry[]>;
  /** What an authority was told about a record, oldest first. */
  entriesAbout(authority: string, recordRef: string): Promise<readonly MailboxEntry[]>;
  /** Whether an authority was ever told anything about a record by law: what an agreement opened does not count. */
  hasEntryAbout(authority: string, recordRef: string): Promise<boolean>;
  /** Last sequence number, 0 for an empty mailbox. */
  head(authority: string): Promise<number>;
  /** Resolves when the mailbox may hold more than `after`, the signal aborts or `timeoutMs` passed. */
  waitForMore(authority: string, after: number, timeoutMs: number, signal?: AbortSignalLike): Promise<void>;
  close(): Promise<void>;
}
export const MAILBOX = Symbol('Mailbox');

/**
 * What is looked through wherever the mailbox is: whoever provides MAILBOX puts it before the store. Through it `read`
 * and `find` give an empty entry for one that was withdrawn; `entriesOf…` and `entriesAbout`, for those who account for what was told,
 * give the whole entry marked `withdrawn`.
 */
export interface MailboxLens {
  over(mailbox: Mailbox): Mailbox;
}
export const MAILBOX_LENS = Symbol('MailboxLens');
