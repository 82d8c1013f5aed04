import type { BatchChannel, BatchedEntry, Clock, Cursors, Mailbox, MailboxEntry } from '@ibex/kernel';
import type { Subscription } from '@ibex/kernel';
import type { SafeLog } from '@ibex/runtime';
import type { Patience } from '../../channels/trouble';
import type { Delivered } from '../delivered-notes';
import type { Pace } from '../retry-schedule.rule';

export type BatchPacing = Readonly<{
  patience: Patience;
  pace: Pace;
  /** So many are never waited for the hour with; more than this and one page of the mailbox never leave together. */
  mostInBatch: number;
  /** What is urgent leaves at once, and after that not again before so long. */
  urgentApartMs: number;
  /** What is urgent and was not tried yet is tried so soon after the last failure. */
  urgentRetryMs: number;
  /** A batch that holds something urgent is never left longer than this between two tries. */
  urgentLongestMs: number;
}>;

const MINUTE = 60_000;
export const USUAL_BATCHES: Omit<BatchPacing, 'patience' | 'pace'> = {
  mostInBatch: 1_000,
  urgentApartMs: MINUTE,
  urgentRetryMs: MINUTE,
  urgentLongestMs: 5 * MINUTE,
};

/** What came of a try, without content and target. `sequence`: the last of the batch. */
export type BatchAttempt = Readonly<{
  sequence: number;
  at: string;
  outcome: 'taken' | 'later' | 'refused' | 'gone';
  reason?: string;
  status?: number;
  durationMs: number;
}>;

export type BatchPorts = Readonly<{
  subscription: Subscription;
  channel: BatchChannel;
  mailbox: Pick<Mailbox, 'read' | 'waitForMore'>;
  cursors: Pick<Cursors, 'at' | 'move'>;
  passes: (subscription: Subscription, entry: MailboxEntry) => Promise<boolean>;
  toBatched: (entry: MailboxEntry) => Omit<BatchedEntry, 'day'>;
  /** A stable id from a text that says what is in the batch. */
  idFrom: (text: string) => string;
  record: (delivered: readonly Delivered[]) => Promise<void>;
  note: (attempt: BatchAttempt) => void;
  wentGone: () => void;
  overtaken: () => void;
  /** Whether this feed may send at all now; left out: always. */
  mayBegin?: () => boolean;
  log: SafeLog;
  clock: Clock;
  pacing: BatchPacing;
}>;
