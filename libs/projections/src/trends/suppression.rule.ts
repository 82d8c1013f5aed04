import { narrowed } from './interval.rule';
import type { Bounds, Known, Relation } from './interval.rule';

/**
 * Tables whose cells add up: counts by cell, the sums between them, and whose each cell is, since an authority knows its
 * own. Whoever reads one table may have read them all, so that they are decided together.
 */
export type Universe = Readonly<{
  counts: ReadonlyMap<string, number>;
  relations: readonly Relation[];
  ownerOf(cell: string): string | undefined;
}>;
/** Rounded counts; undefined: suppressed, and not said whether because it is small or to protect one that is. */
export type Published = ReadonlyMap<string, number | undefined>;

/**
 * Counts under 6 are not published, and those that are, rounded to the nearest 5, as the Department for Education does in
 * its statistics of children’s social care for local authorities. Nought is under 6, too: that nobody was is as telling.
 */
export const THRESHOLD = 6;
export const ROUNDED_TO = 5;
/** A small count could as well be any of so many others, for all that can be worked out. */
const AMBIGUITY = THRESHOLD - 1;

export const rounded = (count: number): number => Math.round(count / ROUNDED_TO) * ROUNDED_TO;

/** What a published cell says by itself. */
export const boundsOf = (value: number | undefined): Bounds =>
  value === undefined ? [0, Number.POSITIVE_INFINITY] : [Math.max(THRESHOLD, value - 2), value + 2];

/** Step one: whatever is small. */
export const primary = ({ counts }: Universe): Published =>
  new Map([...counts].map(([cell, count]) => [cell, count < THRESHOLD ? undefined : rounded(count)]));

const isExposed = (count: number, [least, most]: Bounds): boolean =>
  count < THRESHOLD && most - least < AMBIGUITY;

const knownTo = ({ counts, ownerOf }: Universe, published: Published, insider: string | undefined): Known =>
  new Map(
    [...published].map(([cell, value]): [string, Bounds] => {
      const count = counts.get(cell) ?? 0;
      const isOwn = insider !== undefined && ownerOf(cell) === insider;
      return [cell, isOwn ? [count, count] : boundsOf(value)];
    }),
  );

/** Small counts of others that somebody can work out: a stranger, or (named) an authority that knows its own counts. */
export const exposedTo = (
  insider: string | undefined,
  universe: Universe,
  published: Published,
): readonly string[] => {
  const bounds = narrowed(knownTo(universe, published, insider), universe.relations);
  return [...universe.counts]
    .filter(([cell]) => insider === undefined || universe.ownerOf(cell) !== insider)
    .filter(([cell, count]) => isExposed(count, bounds.get(cell) ?? [0, 0]))
    .map(([cell]) => cell);
};

/** The smallest published count that a small one can be worked out from; of all of them, where none is beside it. */
const nextToHide = (
  cell: string,
  { counts, relations, ownerOf }: Universe,
  published: Published,
  insider: string | undefined,
): string | undefined => {
  const beside = relations
    .map(({ whole, parts }) => [whole, ...parts])
    .filter((cells) => cells.includes(cell))
    .flat();
  const smallest = (cells: Iterable<string>): string | undefined =>
    [...cells]
      .filter(
        (each) => published.get(each) !== undefined && (insider === undefined || ownerOf(each) !== insider),
      )
      .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1))
      .at(0);
  return smallest(beside) ?? smallest(counts.keys());
};

/** Hides, for each small count of others that somebody can work out, one more; false when there was none. */
const hideMore = (
  insider: string | undefined,
  universe: Universe,
  hidden: Map<string, number | undefined>,
): boolean => {
  const more = exposedTo(insider, universe, hidden)
    .map((cell) => nextToHide(cell, universe, hidden, insider))
    .filter((cell) => cell !== undefined);
  for (const cell of more) hidden.set(cell, undefined);
  return more.length > 0;
};

/**
 * Step two: one more for each small count that can be worked out, until none can, by a stranger or by any insider. Gives
 * way after each of them, so that whoever serves others meanwhile may do so.
 */
export function* hiding(universe: Universe, published: Published): Generator<undefined, Published> {
  const hidden = new Map(published);
  const insiders = new Set([...universe.counts.keys()].map((cell) => universe.ownerOf(cell)));
  for (let settled = false; !settled;) {
    settled = true;
    for (const insider of insiders) {
      if (hideMore(insider, universe, hidden)) settled = false;
      yield;
    }
  }
  return hidden;
}

/** Pure: the same counts are always published alike. */
export const suppressed = (universe: Universe): Published => {
  const steps = hiding(universe, primary(universe));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};
