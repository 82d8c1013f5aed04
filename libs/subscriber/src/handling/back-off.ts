import { ExchangeUnavailable } from '../exchange/exchange-faults';
import { TryLater } from './notice';

export type BackOff = Readonly<{ firstMs: number; longestMs: number }>;

/** The first wait, doubled with every further time, up to the longest. */
export const waitAfter = (times: number, { firstMs, longestMs }: BackOff): number =>
  Math.min(firstMs * 2 ** Math.min(Math.max(times - 1, 0), 30), longestMs);

export const isOutage = (error: unknown): boolean =>
  error instanceof ExchangeUnavailable || error instanceof TryLater;

/** What an outage itself asks for, where it does. */
export const askedWaitMs = (error: unknown): number => {
  if (error instanceof ExchangeUnavailable) return error.retryAfterMs ?? 0;
  return error instanceof TryLater ? (error.afterMs ?? 0) : 0;
};
