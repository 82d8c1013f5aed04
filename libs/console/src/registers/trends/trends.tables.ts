import { countOf } from '../charts/count';
import type { Count, CountCell } from '../charts/count';
import { rangeInWords, shareInWords, shareOf } from '../charts/share.rule';
import type { Share } from '../charts/share.rule';
import type { TrendArea, TrendQuarter, TrendsAnswer } from '../parts/answers';
import type { ChartTable } from '../parts/table';
import { DIVISION_WORDS, categoryInWords, quarterInWords } from './trend-words';

/** One area over the quarters. */
export type AreaSeries = Readonly<{ area: string; name: string; values: readonly Count[] }>;

/** Nothing is said of an area in a quarter in which it does not stand: that is not nought. */
const valueIn = ({ areas }: TrendQuarter, area: string): Count => {
  const found: CountCell | undefined = areas.find((each) => each.area === area);
  return found === undefined ? 'c' : countOf(found);
};

/** Each area that stands anywhere, in the order of the answer. */
export const seriesOf = ({ quarters }: TrendsAnswer): readonly AreaSeries[] => {
  const names = new Map(
    quarters.flatMap(({ areas }) => areas.map(({ area, name }) => [area, name] as const)),
  );
  return [...names].map(([area, name]) => ({
    ...{ area, name },
    values: quarters.map((quarter) => valueIn(quarter, area)),
  }));
};

/** Shares of the parts of an area’s total, from what is published alone. */
export const sharesOf = (area: TrendArea): readonly (Share | undefined)[] =>
  area.cells.map((cell) => shareOf(countOf(cell), countOf(area)));

export const totalsTable = (answer: TrendsAnswer): ChartTable => {
  const series = seriesOf(answer);
  return {
    id: 'totals',
    caption: `${answer.title}: totals by quarter`,
    columns: [{ text: 'Quarter' }, ...series.map(({ name }) => ({ text: name, isNumeric: true }))],
    rows: answer.quarters.map(({ quarter }, at) => [
      quarterInWords(quarter),
      ...series.map(({ values }) => values[at] ?? 'c'),
    ]),
  };
};

const columnsOf = ({ name }: TrendArea): ChartTable['columns'] => [
  { text: name, isNumeric: true },
  { text: `Share of ${name}`, isNumeric: true },
  { text: 'Rounding leaves open', isNumeric: true },
];

/** The parts of every area’s total in one quarter: how many, about how much of it, and what rounding leaves open. */
export const partsTable = (answer: TrendsAnswer, { quarter, areas }: TrendQuarter): ChartTable => {
  const categories = areas[0]?.cells.map(({ category }) => category) ?? [];
  return {
    id: 'parts',
    caption: `${answer.title} by ${DIVISION_WORDS[answer.by].toLowerCase()}, ${quarterInWords(quarter)}`,
    columns: [{ text: DIVISION_WORDS[answer.by] }, ...areas.flatMap(columnsOf)],
    rows: categories.map((category, at) => [
      categoryInWords(category),
      ...areas.flatMap((area) => {
        const cell = area.cells[at];
        const share = sharesOf(area)[at];
        return [cell === undefined ? 'c' : countOf(cell), shareInWords(share), rangeInWords(share)];
      }),
    ]),
  };
};
