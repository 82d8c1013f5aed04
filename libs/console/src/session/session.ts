import type { Instant, SignedIn } from '@ibex/kernel';

/** Somebody who has signed in, from then until they leave, rest for too long or the longest time is over. */
export type Session = Readonly<{
  /** Digest of what the browser's cookie holds: the store alone lets nobody in. */
  id: string;
  provider: string;
  signedIn: SignedIn;
  startedAt: Instant;
  /** When the person last asked for a page. */
  seenAt: Instant;
  /** Origin to which the browser goes on when the person leaves; undefined: nowhere else. */
  leavesBy?: string;
}>;

export type SessionTimes = Readonly<{ idleMs: number; longestMs: number }>;

const MINUTE_MS = 60_000;
export const USUAL_TIMES: SessionTimes = { idleMs: 15 * MINUTE_MS, longestMs: 12 * 60 * MINUTE_MS };

const later = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();

/** When it ends unless the person asks for another page. */
export const endOf = ({ startedAt, seenAt }: Session, { idleMs, longestMs }: SessionTimes): Instant => {
  const [idle, longest] = [later(seenAt, idleMs), later(startedAt, longestMs)];
  return idle < longest ? idle : longest;
};

export const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1_000));
