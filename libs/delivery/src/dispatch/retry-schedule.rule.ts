const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Pauses between tries: seconds, minutes, then hours, over three days. Nearer together than the example of Standard
 * Webhooks 1.0 ("Deliverability and reliability"), since a try is one message and an outage of seconds should cost seconds.
 */
const PAUSES_MS: readonly number[] = [
  ...[1, 5, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6].map((hours) => hours * HOUR),
];

export type Pace = Readonly<{
  /** The pause after three days, for ever. */
  steadyMs: number;
  /** However long an endpoint asks for, no longer than this is waited. */
  mostRetryAfterMs: number;
  /** Longest pause while all that an endpoint does is refuse: it is up, and another message may suit it. */
  refusedLongestMs: number;
  /** From 0 up to 1: spreads the tries of many, so that they do not come back all at once. */
  random: () => number;
}>;

export const USUAL_PACE: Pace = {
  steadyMs: 6 * HOUR,
  mostRetryAfterMs: 6 * HOUR,
  refusedLongestMs: MINUTE,
  random: Math.random,
};

/** No pause is longer, with what is added at random. */
export const longestPauseMs = ({ steadyMs, mostRetryAfterMs }: Pace): number =>
  Math.max(steadyMs * 1.2, mostRetryAfterMs * 1.1);

/** The pause after so many failures in a row, a fifth more or less. */
export const pauseAfter = (failures: number, { steadyMs, random }: Pace): number => {
  const pauseMs = PAUSES_MS[failures - 1] ?? steadyMs;
  return Math.min(pauseMs, steadyMs) * (0.8 + 0.4 * random());
};
