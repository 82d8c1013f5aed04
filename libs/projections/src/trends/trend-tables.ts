import type { Relation } from './interval.rule';
import type { Universe } from './suppression.rule';

/** The sum over London’s authorities, as an area beside them. */
export const LONDON = 'london';
export const TOTAL = 'total';

/** So many happened in an area, of one category in each dimension, e.g. `{ month: '2026-01', sex: 'F', … }`. */
export type Counted = Readonly<{
  area: string;
  isLondon: boolean;
  categories: Readonly<Record<string, string>>;
  count: number;
}>;
/** Every category of each dimension, those that nothing was counted in, too. */
export type Dimensions = Readonly<Record<string, readonly string[]>>;

export const cellOf = (area: string, dimension: string, category: string): string =>
  `${area}|${dimension}|${category}`;
export const totalOf = (area: string): string => cellOf(area, TOTAL, TOTAL);
const areaOf = (cell: string): string => cell.slice(0, cell.indexOf('|'));

const cellsOf = (area: string, dimensions: Dimensions): readonly string[] => [
  totalOf(area),
  ...Object.entries(dimensions).flatMap(([dimension, categories]) =>
    categories.map((category) => cellOf(area, dimension, category)),
  ),
];

const countsOf = (areas: readonly string[], dimensions: Dimensions, counted: readonly Counted[]) => {
  const counts = new Map(areas.flatMap((area) => cellsOf(area, dimensions)).map((cell) => [cell, 0]));
  const add = (cell: string, count: number): unknown => counts.set(cell, (counts.get(cell) ?? 0) + count);
  for (const { area, isLondon, categories, count } of counted) {
    for (const each of isLondon ? [area, LONDON] : [area]) {
      add(totalOf(each), count);
      for (const dimension of Object.keys(dimensions))
        add(cellOf(each, dimension, categories[dimension] ?? ''), count);
    }
  }
  return counts;
};

const sumsOf = (
  areas: readonly string[],
  inLondon: readonly string[],
  dimensions: Dimensions,
): readonly Relation[] => {
  const acrossDimensions = areas.flatMap((area) =>
    Object.entries(dimensions).map(([dimension, categories]) => ({
      whole: totalOf(area),
      parts: categories.map((category) => cellOf(area, dimension, category)),
    })),
  );
  const [totals = '', ...cells] = cellsOf(LONDON, dimensions);
  const acrossAreas = [totals, ...cells].map((whole) => ({
    whole,
    parts: inLondon.map((area) => `${area}${whole.slice(LONDON.length)}`),
  }));
  return [...acrossDimensions, ...acrossAreas];
};

/**
 * All that is published of one quarter: for each area its total, and the same total by each dimension; for London the
 * same, added up. Quarters do not overlap and nothing is added up over them, so that one says nothing of another.
 */
export const universeOf = (dimensions: Dimensions, counted: readonly Counted[]): Universe => {
  const areas = [...new Set(counted.map(({ area }) => area))].sort();
  const inLondon = areas.filter((area) => counted.some((each) => each.area === area && each.isLondon));
  const all = [...areas, LONDON];
  return {
    counts: countsOf(all, dimensions, counted),
    relations: sumsOf(all, inLondon, dimensions),
    ownerOf: (cell) => (areaOf(cell) === LONDON ? undefined : areaOf(cell)),
  };
};
