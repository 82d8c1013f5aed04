import type { Fact, Instant, Urgency } from '@ibex/kernel';

/** Ways in which an entry can reach its authority. */
export const CHANNELS = ['pull-feed', 'event-stream', 'webhook', 'email-digest', 'file-drop'] as const;
export type Channel = (typeof CHANNELS)[number];
export const isLadderChannel = (kind: string): kind is Channel =>
  CHANNELS.some((channel) => channel === kind);

/** `handed-out`: it was sent. `cursor`: the reader's cursor has passed it, which says that it was received. */
export type Evidence = 'handed-out' | 'cursor';

/**
 * `authority`: whose mailbox. Written once, for the first channel that it was handed out on. `sealedTo`: name of the key
 * that opens the detail that went along.
 */
export type NoticeDelivered = Fact<
  'NoticeDelivered',
  {
    authority: string;
    sequence: number;
    factId: string;
    notice: string;
    channel: Channel;
    evidence: Evidence;
    deliveredAt: Instant;
    sealedTo?: string;
  }
>;

/** `by`: authority, `person`: opaque reference of the person or system, `role`: in which role. */
type Reading = Readonly<{ by: string; person: string; role: string }>;

/** Somebody there looked at the detail for the first time. */
export type NoticeOpened = Fact<'NoticeOpened', Reading>;

/** Somebody there took it on. */
export type NoticeAcknowledged = Fact<'NoticeAcknowledged', Reading, { note?: string }>;

/** A channel will never take it. It stays in the mailbox, where the authority and the other channels find it. */
export type DeliverySetAside = Fact<
  'DeliverySetAside',
  {
    authority: string;
    sequence: number;
    factId: string;
    notice: string;
    /** Name of the channel, e.g. of the bus. */
    channel: string;
    /** Whose subscriber's end would not take it, where the channel has subscriptions. */
    subscription?: string;
    reason: 'not-taken';
  }
>;

/** What somebody there did about it. */
export const ACTIONS = ['allocated', 'visited', 'strategy-discussion', 'no-further-action', 'other'] as const;
export type ActionCode = (typeof ACTIONS)[number];
/** Why nothing more is done. */
export const NO_ACTION_REASONS = [
  'already-known',
  'threshold-not-met',
  'child-not-here',
  'another-authority-acts',
  'repeated-notice',
  'other',
] as const;
export type NoActionReason = (typeof NO_ACTION_REASONS)[number];

/** `reason`: with `no-further-action`, and only then. */
export type ActionRecorded = Fact<
  'ActionRecorded',
  Reading & Readonly<{ action: ActionCode; reason?: NoActionReason }>,
  { note?: string }
>;

/** Which notice an entry brought, so that the other side can be told where it belongs. `sender`: who sent it. */
export type AboutEntry = Readonly<{
  authority: string;
  sequence: number;
  sender: string;
  factId: string;
  notice: string;
  urgency: Urgency;
  occurredAt: string;
}>;

/** The recipient asks the sender back. `queryId` tells the questions of one entry apart. */
export type QueryAsked = Fact<
  'QueryAsked',
  Reading & AboutEntry & Readonly<{ queryId: string }>,
  { text: string }
>;
export type QueryAnswered = Fact<
  'QueryAnswered',
  Reading & AboutEntry & Readonly<{ queryId: string }>,
  { text: string }
>;

/** Nobody at the recipient's took it on within the limit of its urgency. */
export type RecipientSilent = Fact<
  'RecipientSilent',
  AboutEntry & Readonly<{ limitAt: Instant; silence: 'not-delivered' | 'not-acknowledged' }>
>;

export type DeliveryFact =
  | NoticeDelivered
  | NoticeOpened
  | NoticeAcknowledged
  | DeliverySetAside
  | ActionRecorded
  | QueryAsked
  | QueryAnswered
  | RecipientSilent;
