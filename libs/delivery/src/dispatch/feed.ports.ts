import type {
  ChannelKind,
  Clock,
  Cursors,
  FeedMemories,
  Mailbox,
  MailboxEntry,
  Subscription,
} from '@ibex/kernel';
import type { SafeLog } from '@ibex/runtime';
import type { Patience } from '../channels/trouble';
import type { Delivered } from './delivered-notes';
import type { FlowRules, NotTaken } from './flow';
import type { TryPorts } from './tries';

export type FeedPorts = TryPorts &
  Readonly<{
    mailbox: Pick<Mailbox, 'read' | 'find' | 'waitForMore'>;
    cursors: Pick<Cursors, 'at' | 'move'>;
    memories: Pick<FeedMemories, 'read' | 'save'>;
    passes: (subscription: Subscription, entry: MailboxEntry) => Promise<boolean>;
    record: (delivered: readonly Delivered[]) => Promise<void>;
    /** Left out: nobody measures. */
    measure?: (delivered: Delivered) => void;
    setAside: (entry: MailboxEntry, because: NotTaken) => Promise<void>;
    wentGone: (subscription: Subscription) => void;
    overtaken: () => void;
    /** What was set aside and sent once more by order was taken this time. Idempotent. */
    takenAfterAll: (entry: MailboxEntry) => Promise<void>;
    /** Whether this feed may send at all now; left out: always. */
    mayBegin?: () => boolean;
    log: SafeLog;
    clock: Clock;
    pacing: Pacing;
  }>;

export type Pacing = FlowRules &
  Readonly<{
    patience: Patience;
    /** How far may be read ahead of what is dealt with. */
    mostAhead: () => number;
  }>;

/** A subscription's entries on their way out, one by one or gathered. */
export interface OutgoingFeed {
  start(): void;
  /** Resolves once nothing is under way. */
  stop(): Promise<void>;
  state(): FeedState;
  /** Sends entries once more that were set aside. False: not now. */
  redrive(entries: readonly MailboxEntry[]): boolean;
}

/** Which part of the mailbox, and under which name its cursor and its memory are kept. `after`: where to begin the first time. */
export type FeedRange = Readonly<{ cursor: string; after: number; upTo?: number }>;

/** `settledUpTo`: everything up to this number is dealt with; `waiting`: entries read that are still to be taken. */
export type FeedState = Readonly<{
  subscriptionId: string;
  authority: string;
  settledUpTo: number;
  waiting: number;
  phase: 'well' | 'failing' | 'gone';
  failing?: Readonly<{ reason: string; attempts: number; forMs: number }>;
  /** Something was taken since it was begun. */
  hasTaken?: boolean;
}>;

export type MeasuredFeed = FeedState & Readonly<{ channel: ChannelKind }>;
