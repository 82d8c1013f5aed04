import type { Urgency } from '../notification';
import type { AbortSignalLike } from './event-store.port';
import type { ChannelKind, Subscription } from './subscriptions.port';

/** Whom a channel delivers to. `secrets`: what signs, the newest first; never to be logged or kept. */
export type ChannelReceiver = Readonly<{ subscription: Subscription; secrets: readonly string[] }>;

/** One mailbox entry as it leaves: a thin CloudEvent 1.0. `id`: the same at every repeat, for de-duplication. */
export type ChannelMessage = Readonly<{
  id: string;
  urgency: Urgency;
  event: Readonly<Record<string, unknown>>;
}>;

/**
 * What came of one try. `later`: the receiver is in trouble, whatever the message (`retryAfterMs`: it said when).
 * `refused`: it does not want this message as it is. `gone`: it wants to be told nothing more. `reason`: a stable code
 * `<type>/<reason>` that quotes nothing; `status`: what the receiver's protocol said, where it has such a number.
 */
export type ChannelOutcome =
  | Readonly<{ kind: 'taken'; status?: number }>
  | Readonly<{ kind: 'later'; reason: string; status?: number; retryAfterMs?: number }>
  | Readonly<{ kind: 'refused'; reason: string; status?: number }>
  | Readonly<{ kind: 'gone'; reason: string; status?: number }>;

/** A way on which entries are brought to subscribers. Each call is one try; whoever calls decides on the next. */
export interface Channel {
  readonly kind: ChannelKind;
  /** `signal`: gives up at once; nobody then knows whether it arrived. Ends by itself within half a minute. */
  deliver(to: ChannelReceiver, message: ChannelMessage, signal?: AbortSignalLike): Promise<ChannelOutcome>;
}
/** Every channel of this installation, one per kind. */
export const CHANNELS = Symbol('Channels');
