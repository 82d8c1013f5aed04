import type { Instant } from '../time/civil-date';

export const ATTEMPT_OUTCOMES = ['taken', 'later', 'refused', 'gone'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/**
 * One try to bring one mailbox entry to a subscriber: what came of it and how long it took. Holds no content and no
 * target. `reason`: a stable code; `status`: what the receiver's protocol said. `more`: so many others that ended the
 * same way shortly before are told of by this line alone.
 */
export type Attempt = Readonly<{
  subscriptionId: string;
  /** Whose mailbox it is, GSS code. */
  authority: string;
  sequence: number;
  at: Instant;
  outcome: AttemptOutcome;
  reason?: string;
  status?: number;
  durationMs: number;
  more: number;
}>;

/** `number` grows with the order of writing: the cursor of a list. */
export type KeptAttempt = Attempt & Readonly<{ number: number }>;

/** `before`: the number of the last line of the page before. `since`: that instant included. */
export type AttemptQuery = Readonly<{
  limit: number;
  before?: number;
  since?: Instant;
  outcomes?: readonly AttemptOutcome[];
}>;

/** The tries to reach subscribers, kept for a while. Whoever delivers writes it after the fact: a crash may lose the last. */
export interface Attempts {
  /** All of them or none. */
  append(attempts: readonly Attempt[]): Promise<void>;
  /** Of one subscription, the newest first. */
  list(subscriptionId: string, query: AttemptQuery): Promise<readonly KeptAttempt[]>;
  /** Drops the oldest of those from before an instant, `most` of them at the most. Returns how many there were to drop. */
  prune(before: Instant, most: number): Promise<number>;
  close(): Promise<void>;
}
export const ATTEMPTS = Symbol('Attempts');
