import type { Fact, Instant } from '@ibex/kernel';

/** Ways in which an entry can reach its authority. */
export const CHANNELS = ['pull-feed', 'event-stream'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `handed-out`: it was sent. `cursor`: the reader's cursor has passed it, which says that it was received. */
export type Evidence = 'handed-out' | 'cursor';

/** `authority`: whose mailbox. Written once, for the first channel that it was handed out on. */
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
    reason: 'not-taken';
  }
>;

export type DeliveryFact = NoticeDelivered | NoticeOpened | NoticeAcknowledged | DeliverySetAside;
