import { scaleLinear } from 'd3-scale';
import { countInWords, isPublished } from './count';
import type { Count } from './count';

export type Bar = Readonly<{
  label: string;
  value: Count;
  /** Beside the number, e.g. `late`. */ note?: string;
}>;
export type BarSeries = Readonly<{ id: string; title: string; bars: readonly Bar[] }>;

export type BarChart = Readonly<{
  id: string;
  title: string;
  description: string;
  height: number;
  bars: readonly Readonly<{
    label: string;
    text: string;
    isSuppressed: boolean;
    /** Where the words stand, and the bar below them. */
    baseline: number;
    y: number;
    /** In hundredths of the width that there is. */
    length: number;
    thickness: number;
  }>[];
}>;

const ROW = 52;
const THICKNESS = 18;
const WORDS = 18;

const textOf = ({ value, note }: Bar): string => {
  if (!isPublished(value)) return 'c (suppressed)';
  return note === undefined ? countInWords(value) : `${countInWords(value)} ${note}`;
};

/** Bars with their words above them, so that they can be read on the narrowest screen. A suppressed one has no length. */
export const barChart = ({ id, title, bars }: BarSeries): BarChart => {
  const most = Math.max(1, ...bars.map(({ value }) => value).filter(isPublished));
  const length = scaleLinear([0, most], [0, 100]);
  return {
    ...{ id, title, height: Math.max(ROW, bars.length * ROW) },
    description: bars.map((bar) => `${bar.label}: ${textOf(bar)}`).join('; '),
    bars: bars.map((bar, at) => ({
      label: bar.label,
      text: textOf(bar),
      isSuppressed: !isPublished(bar.value),
      baseline: at * ROW + WORDS,
      y: at * ROW + WORDS + 8,
      length: isPublished(bar.value) ? Math.round(length(bar.value) * 10) / 10 : 0,
      thickness: THICKNESS,
    })),
  };
};
