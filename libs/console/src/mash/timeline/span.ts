import type { Axis, Lane } from './drawn';

export const SPANS = {
  all: 'Everything',
  year: 'Last 12 months',
  quarter: 'Last 90 days',
  month: 'Last 30 days',
};
export type Span = keyof typeof SPANS;
const DAYS: Readonly<Record<Exclude<Span, 'all'>, number>> = { year: 365, quarter: 90, month: 30 };
const DAY_MS = 86_400_000;

export const isSpan = (text: unknown): text is Span => typeof text === 'string' && Object.hasOwn(SPANS, text);

const momentsIn = (lanes: readonly Lane[]): readonly number[] =>
  lanes.flatMap(({ bars, marks }) => [
    ...bars.flatMap(({ fromMs, toMs }) => [fromMs, ...(toMs === undefined ? [] : [toMs])]),
    ...marks.map(({ ms }) => ms),
  ]);

/** From what happened first, or so many days back, until the present or the last thing that is still to come. */
export const axisOf = (lanes: readonly Lane[], span: Span, nowMs: number): Axis => {
  const moments = momentsIn(lanes);
  const last = Math.max(nowMs, ...moments);
  const first = span === 'all' ? Math.min(nowMs, ...moments) : nowMs - DAYS[span] * DAY_MS;
  // some air on both sides, a day at least, so that nothing stands on the edge
  const air = Math.max((last - first) * 0.02, DAY_MS / 2);
  return { fromMs: span === 'all' ? first - air : first, toMs: last + air, nowMs };
};
