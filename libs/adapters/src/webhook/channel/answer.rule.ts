import type { ChannelOutcome } from '@ibex/kernel';
import type { Answered } from '../post/guarded-post';

/** Statuses of the 400s that speak of the endpoint and not of the message: keys, paths, time, load. */
const ABOUT_THE_ENDPOINT: ReadonlyMap<number, string> = new Map([
  [401, 'webhook/not-let-in'],
  [403, 'webhook/not-let-in'],
  [404, 'webhook/not-found'],
  [408, 'webhook/timed-out'],
  [429, 'webhook/busy'],
]);
const SECONDS = /^\d{1,9}$/;

/** RFC 9110, 10.2.3: seconds, or a date. Undefined for what is neither, or is over. */
export const toRetryAfterMs = (value: string | undefined, nowMs: number): number | undefined => {
  if (value === undefined) return undefined;
  const ms = SECONDS.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
  return ms > 0 ? ms : undefined;
};

const laterBecause = (reason: string, { status, retryAfter }: Answered, nowMs: number): ChannelOutcome => {
  const retryAfterMs = toRetryAfterMs(retryAfter, nowMs);
  return { kind: 'later', reason, status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

const reasonOfTrouble = (status: number): string => {
  if (status >= 300 && status < 400) return 'webhook/redirected';
  return ABOUT_THE_ENDPOINT.get(status) ?? 'webhook/server-fault';
};

const isAboutTheMessage = (status: number): boolean =>
  status >= 400 && status < 500 && !ABOUT_THE_ENDPOINT.has(status);

/** What an answer says of the message and of the endpoint. A redirect is the endpoint's trouble: it is not followed. */
export const toOutcome = (answered: Answered, nowMs: number): ChannelOutcome => {
  const { status } = answered;
  if (status >= 200 && status < 300) return { kind: 'taken', status };
  if (status === 410) return { kind: 'gone', reason: 'webhook/gone', status };
  if (isAboutTheMessage(status)) return { kind: 'refused', reason: 'webhook/refused', status };
  return laterBecause(reasonOfTrouble(status), answered, nowMs);
};
