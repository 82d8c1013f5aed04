import type { Capacity, Urgency } from '../notification';
import type { MailboxEntry } from './mailbox.port';

/** How entries reach an authority. `pull-feed` and `event-stream`: it fetches them itself. */
export const CHANNEL_KINDS = [
  'bus',
  'webhook',
  'event-stream',
  'pull-feed',
  'email-digest',
  'file-drop',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/**
 * `placed-here`: children of others placed in our area. `ours-elsewhere`: what others tell us of our own children.
 * `moved-in`, `moved-out`: a change of area, which matches at the old area and at the new one. `at-risk-here`: a child
 * that may head for our area.
 */
export const DIRECTIONS = ['placed-here', 'ours-elsewhere', 'moved-in', 'moved-out', 'at-risk-here'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Which entries of its mailbox an authority wants on a channel. What is left out narrows nothing; within a list any
 * one matches, and every list that is given must match. `types`: names of notification types, e.g. `missing`.
 * `agesFrom`, `agesTo`: whole years on the day of recording, both included; a child of unknown age always matches.
 */
export type EntryFilter = Readonly<{
  types?: readonly string[];
  directions?: readonly Direction[];
  capacities?: readonly Capacity[];
  urgencies?: readonly Urgency[];
  agesFrom?: number;
  agesTo?: number;
  /** Codes of the notice's own kind, e.g. of the placement's type or of the reason of a move. */
  categories?: readonly string[];
}>;

/** How often entries leave on a channel that gathers them. `hour`: 0 to 23 of a London clock. What is urgent leaves at once. */
export type Cadence = Readonly<{ every: 'hour' }> | Readonly<{ every: 'day'; hour: number }>;
export const USUAL_CADENCE: Cadence = { every: 'day', hour: 7 };

/**
 * What leaves. `thin`: that something is there, and where its detail is. `sealed`: the detail too, for the holder of the
 * authority's own key alone.
 */
export const PAYLOADS = ['thin', 'sealed'] as const;
export type Payload = (typeof PAYLOADS)[number];

/**
 * A standing wish of an authority to be told on a channel. It can only narrow what its mailbox holds. `target`: where,
 * in the channel's own terms (a URL, an e-mail address, a folder); nothing secret. `startsAfter`: number of the mailbox
 * entry after which it begins. `desk`: who is to act on what comes.
 */
export type Subscription = Readonly<{
  id: string;
  authority: string;
  name: string;
  channel: ChannelKind;
  target?: string;
  filter: EntryFilter;
  /** Left out: thin. */
  payload?: Payload;
  desk?: string;
  /** On channels that gather entries; left out: as usual. */
  cadence?: Cadence;
  startsAfter: number;
  state: 'live' | 'paused' | 'closed';
  /** UTC; a pause ends by itself then. Absent: it ends when somebody ends it. */
  pausedUntil?: string;
  /** It is paused because its receiver wants nothing more. */
  isReceiverGone?: true;
  /** On record as failing, until something is taken again. */
  trouble?: Pick<EndpointTrouble, 'since' | 'reason'>;
  /** Each change makes another: a dispatcher that holds an older one takes it up anew. */
  revision: number;
}>;

/** `since`: UTC; `reason`: a stable code; `attempts`: failures in a row; `waiting`: entries that are still to be taken. */
export type EndpointTrouble = Readonly<{ since: string; reason: string; attempts: number; waiting: number }>;

/** The subscriptions as they stand, found from the log. */
export interface Subscriptions {
  find(id: string): Promise<Subscription | undefined>;
  /** Those of an authority, or of all, closed ones left out. */
  open(authority?: string): Promise<readonly Subscription[]>;
  /** Whether an entry passes a subscription's filter. */
  passes(subscription: Subscription, entry: MailboxEntry): Promise<boolean>;
  /** The receiver said that it wants nothing more: pauses the subscription until somebody resumes it. Idempotent. */
  gone?(id: string): Promise<void>;
  /** The receiver has been failing for long: puts it on record, at most once in so many hours, and its authority is told. */
  troubled?(id: string, trouble: EndpointTrouble, againAfterHours: number): Promise<void>;
  /** Something was taken again. Idempotent. */
  recovered?(id: string): Promise<void>;
  /** The time of a pause may be over: resumes what is due. Idempotent. */
  pauseOver?(id: string): Promise<void>;
}
export const SUBSCRIPTIONS = Symbol('Subscriptions');

/** Secrets that sign what leaves for a subscription, the newest first; more than one while they overlap. */
export interface ChannelSecrets {
  of(subscriptionId: string): Promise<readonly string[]>;
}
export const CHANNEL_SECRETS = Symbol('ChannelSecrets');
