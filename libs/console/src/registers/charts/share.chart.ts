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

type ShareMark = Readonly<{ kind: number; shape: string; x: number; least: number; most: number; y: number }>;
export type ShareChart = Readonly<{
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  ticks: readonly Readonly<{ x: number; text: string }>[];
  plot: Readonly<{ left: number; right: number }>;
  key: readonly Readonly<{ kind: number; shape: string; text: string }>[];
  rows: readonly Readonly<{ label: string; says: string; baseline: number; marks: readonly ShareMark[] }>[];
}>;

const WIDTH = 640;
const PLOT = { left: 12, right: 616 } as const;
const ROW = 30;
const LANE = 20;
const AXIS = 30;
const SHAPES: readonly SymbolType[] = [symbolCircle, symbolDiamond, symbolSquare, symbolTriangle];

/** Areas are told apart by shape first, and by colour as well. */
const shapeOf = (kind: number): string => symbol(SHAPES[kind % SHAPES.length] ?? symbolCircle, 130)() ?? '';

const said = ({ area, shares }: SharesOf, at: number): string => {
  const share = shares[at];
  return `${area} ${share === undefined ? 'suppressed' : `${shareInWords(share)} (${rangeInWords(share)})`}`;
};

/** How large each part is in each area: a mark for about how much, a line for what rounding leaves open. */
export const shareChart = ({ id, title, categories, areas }: ShareSeries): ShareChart => {
  const x = scaleLinear([0, 100], [PLOT.left, PLOT.right]);
  const tall = ROW + areas.length * LANE + 12;
  const rows = categories.map((label, at) => ({
    label,
    says: areas.map((each) => `${each.area} ${shareInWords(each.shares[at])}`).join(', '),
    baseline: AXIS + at * tall + 20,
    marks: areas.flatMap(({ shares }, kind) => {
      const share = shares[at];
      const y = AXIS + at * tall + ROW + kind * LANE + 8;
      return share === undefined
        ? []
        : [{ kind, shape: shapeOf(kind), x: x(share.about), least: x(share.least), most: x(share.most), y }];
    }),
  }));
  return {
    ...{ id, title, width: WIDTH, height: AXIS + categories.length * tall, plot: PLOT, rows },
    description: categories
      .map((label, at) => `${label}: ${areas.map((each) => said(each, at)).join(', ')}`)
      .join('; '),
    ticks: [0, 25, 50, 75, 100].map((tick) => ({ x: x(tick), text: `${String(tick)}%` })),
    key: areas.map(({ area }, kind) => ({ kind, shape: shapeOf(kind), text: area })),
  };
};
