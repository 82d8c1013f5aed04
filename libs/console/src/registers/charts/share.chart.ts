import { scaleLinear } from 'd3-scale';
import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { SymbolType } from 'd3-shape';
import { rangeInWords, shareInWords } from './share.rule';
import type { Share } from './share.rule';

/** Of one area, in the order of the categories. */
export type SharesOf = Readonly<{ area: string; shares: readonly (Share | undefined)[] }>;
export type ShareSeries = Readonly<{
  id: string;
  title: string;
  categories: readonly string[];
  areas: readonly SharesOf[];
}>;

type Lane = Readonly<{
  kind: number;
  y: number;
  /** `Camden about 25%`, or `Camden c (suppressed)`. */
  says: string;
  /** Where the words stand, beside what is drawn. */
  text: Readonly<{ x: number; anchor: 'start' | 'end' }>;
  /** Nothing is drawn for what is suppressed. */
  mark?: Readonly<{ shape: string; x: number; least: number; most: number }>;
}>;
export type ShareChart = Readonly<{
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  ticks: readonly Readonly<{ x: number; text: string }>[];
  plot: Readonly<{ left: number; right: number }>;
  rows: readonly Readonly<{ label: string; baseline: number; lanes: readonly Lane[] }>[];
}>;

const WIDTH = 640;
const PLOT = { left: 10, right: 616 } as const;
const LABEL = 26;
const LANE = 26;
const AXIS = 26;
const SPACE = 12;
const SHAPES: readonly SymbolType[] = [symbolCircle, symbolDiamond, symbolSquare, symbolTriangle];

/** Areas are told apart by shape and by their names beside the marks, not by colour alone. */
const shapeOf = (kind: number): string => symbol(SHAPES[kind % SHAPES.length] ?? symbolCircle, 130)() ?? '';

const said = ({ area, shares }: SharesOf, at: number): string => {
  const share = shares[at];
  const words = share === undefined ? 'suppressed' : `${shareInWords(share)} (${rangeInWords(share)})`;
  return `${area} ${words}`.trim();
};

const x = scaleLinear([0, 100], [PLOT.left, PLOT.right]);
// words to the right of a mark need this much
const ROOM = 62;

const laneOf = (
  { area, shares }: SharesOf,
  { kind, at, y }: Readonly<{ kind: number; at: number; y: number }>,
): Lane => {
  const share = shares[at];
  const says = `${area} ${share === undefined ? 'c (suppressed)' : shareInWords(share)}`.trim();
  if (share === undefined) return { kind, y, says, text: { x: PLOT.left, anchor: 'start' } };
  const isFarRight = share.most > ROOM;
  return {
    ...{ kind, y, says },
    text: isFarRight ? { x: x(share.least) - 14, anchor: 'end' } : { x: x(share.most) + 14, anchor: 'start' },
    mark: { shape: shapeOf(kind), x: x(share.about), least: x(share.least), most: x(share.most) },
  };
};

/** How large each part is in each area: a mark for about how much, a line for what rounding leaves open. */
export const shareChart = ({ id, title, categories, areas }: ShareSeries): ShareChart => {
  const tall = LABEL + areas.length * LANE + SPACE;
  const rows = categories.map((label, at) => {
    const top = AXIS + at * tall;
    const y = (kind: number): number => top + LABEL + kind * LANE + LANE / 2;
    const lanes = areas.map((each, kind) => laneOf(each, { kind, at, y: y(kind) }));
    return { label, baseline: top + 20, lanes };
  });
  return {
    ...{ id, title, width: WIDTH, height: AXIS + categories.length * tall, plot: PLOT, rows },
    description: categories
      .map((label, at) => `${label}: ${areas.map((each) => said(each, at)).join(', ')}`)
      .join('; '),
    ticks: [0, 25, 50, 75, 100].map((tick) => ({ x: x(tick), text: `${String(tick)}%` })),
  };
};
