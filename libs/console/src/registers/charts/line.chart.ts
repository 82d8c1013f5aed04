import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { countInWords, isPublished } from './count';
import type { Count } from './count';

export type LinePoint = Readonly<{ label: string; value: Count }>;
export type LineSeries = Readonly<{ id: string; title: string; points: readonly LinePoint[] }>;

type Mark = Readonly<{ x: number; y: number; text: string }>;
export type LineChart = Readonly<{
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  /** The line, broken wherever a value is suppressed. */
  path: string;
  dots: readonly Mark[];
  /** In a lane of their own under the axis: a suppressed value has no height. */
  suppressed: readonly Mark[];
  ticks: readonly Mark[];
  labels: readonly Mark[];
  plot: Readonly<{ left: number; right: number; top: number; bottom: number }>;
}>;

const WIDTH = 380;
const HEIGHT = 236;
const PLOT = { left: 44, right: 372, top: 34, bottom: 152 } as const;
const LANE = 176;
const LABELS = 206;

const spoken = ({ label, value }: LinePoint): string =>
  `${label}: ${isPublished(value) ? countInWords(value) : 'suppressed'}`;

const greatest = (points: readonly LinePoint[]): number =>
  Math.max(0, ...points.map(({ value }) => value).filter(isPublished));

/** Counts of periods, one after the other. `most`: top of the scale, where several charts are to share one. */
export const lineChart = ({ id, title, points }: LineSeries, most = greatest(points)): LineChart => {
  const x = scalePoint([...points.keys()], [PLOT.left + 20, PLOT.right - 20]);
  const y = scaleLinear([0, Math.max(10, most)], [PLOT.bottom, PLOT.top]).nice(4);
  const marks = points.map((point, at) => ({ ...point, x: x(at) ?? 0 }));
  const published = marks.flatMap(({ value, ...mark }) => (isPublished(value) ? [{ ...mark, value }] : []));
  const path = line<(typeof marks)[number]>()
    .defined(({ value }) => isPublished(value))
    .x((mark) => mark.x)
    .y(({ value }) => (isPublished(value) ? y(value) : 0));
  return {
    ...{ id, title, width: WIDTH, height: HEIGHT, plot: PLOT },
    description: points.map(spoken).join('; '),
    path: path.digits(1)(marks) ?? '',
    dots: published.map(({ value, ...mark }) => ({ x: mark.x, y: y(value), text: countInWords(value) })),
    suppressed: marks
      .filter(({ value }) => !isPublished(value))
      .map((mark) => ({ x: mark.x, y: LANE, text: 'c' })),
    ticks: y.ticks(4).map((tick) => ({ x: PLOT.left - 8, y: y(tick), text: countInWords(tick) })),
    labels: marks.map(({ label, x: at }) => ({ x: at, y: LABELS, text: label })),
  };
};

/** Top of a scale that all of them fit under. */
export const sharedTop = (series: readonly LineSeries[]): number =>
  Math.max(0, ...series.map(({ points }) => greatest(points)));
