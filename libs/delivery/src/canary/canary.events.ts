import type { Fact, Instant } from '@ibex/kernel';

/** Whose mailbox canaries come to: no authority, so that no token opens it and no list names it. */
export const CANARY_MAILBOX = 'IBEX-CANARY';
export const CANARY_MESSAGE = 'uk.ibex.canary';

export const canaryStream = (id: string): string => `canary-${id}`;

/** Where on the way of a notice a canary is timed: put into its mailbox, taken by a webhook, read from its topic. */
export const CANARY_PLACES = ['mailbox', 'webhook', 'kafka'] as const;
export type CanaryPlace = (typeof CANARY_PLACES)[number];

/** Something was put on record that is about nobody, to see it arrive. */
export type CanarySent = Fact<'CanarySent', Readonly<{ canary: string }>>;
/** It was there so long after it was recorded. */
export type CanarySeen = Fact<
  'CanarySeen',
  Readonly<{ canary: string; place: CanaryPlace; sentAt: Instant; seenAt: Instant; ms: number }>
>;
export type CanaryFact = CanarySent | CanarySeen;
