import type { Urgency } from '../notification';
import type { CivilDate } from '../time/civil-date';
import type { ChannelOutcome } from './channel.port';
import type { AbortSignalLike } from './event-store.port';
import type { ChannelKind, Subscription } from './subscriptions.port';

/**
 * What a batch tells of a mailbox entry. No reference of the child is in here, so that no channel can let one out: who
 * wants to know more opens the link under rights of his own.
 */
export type BatchedEntry = Readonly<{
  /** Number in the mailbox. */
  sequence: number;
  /** What happened, e.g. "Reported missing". */
  kind: string;
  urgency: Urgency;
  /** Sending authority, GSS code. */
  from: string;
  recordedAt: string;
  /** UTC instant by which something is to be done. */
  dueAt?: string;
  /** Path of the detail at the exchange. */
  link: string;
  /** London day to whose gathering it belongs, whenever it is really sent. */
  day: CivilDate;
}>;

/** Entries that leave together, oldest first, at least one. `id`: opaque, the same at every repeat of the same entries. */
export type ChannelBatch = Readonly<{
  id: string;
  entries: readonly BatchedEntry[];
  /** Somebody ordered that it be sent again. */
  isReplay: boolean;
}>;

/** A way on which entries are brought out several at once. Each call is one try; whoever calls decides on the next. */
export interface BatchChannel {
  readonly kind: ChannelKind;
  /** Taken: whoever receives has it for certain. `signal`: gives up at once. Ends by itself within half a minute. */
  deliver(to: Subscription, batch: ChannelBatch, signal?: AbortSignalLike): Promise<ChannelOutcome>;
}
