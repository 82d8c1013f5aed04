import { londonDateOf } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import type { ExchangeApi } from '@ibex/sdk';
import type { TrendsAnswer } from '../parts/answers';
import type { Division, Topic } from './trend-words';

const YEARS = 2;

/** The month two years before: the exchange answers eight quarters at most. */
export const firstMonth = (now: Instant): string => {
  const today = londonDateOf(now);
  return `${String(Number(today.slice(0, 4)) - YEARS)}-${today.slice(5, 7)}`;
};

/** Every quarter that is over, of the last two years. */
export const readTrends = (
  api: ExchangeApi,
  { topic, by, now }: Readonly<{ topic: Topic; by: Division; now: Instant }>,
): Promise<TrendsAnswer> =>
  api.get('/v1/trends/{topic}', { params: { path: { topic }, query: { by, from: firstMonth(now) } } });
