import { scaleUtc } from 'd3-scale';
import { londonDateOf, londonTimeOf } from '@ibex/kernel';
import type { Axis, Tick } from './drawn';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** As much as the distance between two ticks needs: a year, a month, a day, an hour. */
const tickLabel = (at: Date, stepMs: number): string => {
  const instant = at.toISOString();
  const [year = '', month = '', day = ''] = londonDateOf(instant).split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  if (stepMs >= 360 * DAY_MS) return year;
  if (stepMs >= 27 * DAY_MS) return `${name} ${year}`;
  const date = `${String(Number(day))} ${name}`;
  return stepMs >= DAY_MS ? date : `${date} ${londonTimeOf(instant)}`;
};

export type TimeScale = Readonly<{ xOf: (ms: number) => number; ticks: readonly Tick[] }>;

/** Time from left to right. What lies outside is drawn at the edge: whoever asks decides whether it is drawn at all. */
export const timeScale = (
  { fromMs, toMs }: Pick<Axis, 'fromMs' | 'toMs'>,
  [left, right]: readonly [number, number],
): TimeScale => {
  const scale = scaleUtc()
    .domain([new Date(fromMs), new Date(toMs)])
    .range([left, right])
    .clamp(true);
  const ticks = scale.ticks(6);
  const [first, second] = ticks;
  const stepMs = first && second ? second.getTime() - first.getTime() : toMs - fromMs;
  return {
    xOf: (ms) => Math.round(scale(new Date(ms)) * 10) / 10,
    ticks: ticks.map((tick) => ({
      x: Math.round(scale(tick) * 10) / 10,
      label: tickLabel(tick, stepMs),
    })),
  };
};
