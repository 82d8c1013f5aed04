const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

/** Retry-After in seconds, or as an HTTP date; undefined where there is none. */
const askedFor = (response: Response, nowMs: number): number | undefined => {
  const text = response.headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = Number(text);
  const ms = Number.isNaN(seconds) ? Date.parse(text) - nowMs : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
};

/** How long to wait before the next attempt (1, 2 …): as asked for, else doubling, never more than half a minute. */
export const waitMs = (attempt: number, trouble: unknown, nowMs = Date.now()): number => {
  const asked = trouble instanceof Response ? askedFor(trouble, nowMs) : undefined;
  return Math.min(LONGEST_WAIT_MS, asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1));
};
