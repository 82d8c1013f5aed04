import type { Bounds, Relation } from './interval.rule';
import { boundsOf, THRESHOLD } from './suppression.rule';
import type { Published, Universe } from './suppression.rule';
import { LONDON, cellOf, totalOf } from './trend-tables';

/** For specs: two areas, `a` and `b`, by two dimensions of two categories each. */
export const SMALL = { month: ['1', '2'], sex: ['F', 'M'] } as const;
const MOST = 24;

type Pair = readonly [a: number, b: number];
type Ends = Map<string, Bounds>;
const widen = (ends: Ends, cell: string, value: number): void => {
  const [least, most] = ends.get(cell) ?? [value, value];
  ends.set(cell, [Math.min(least, value), Math.max(most, value)]);
};
const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, at) => at);
const pairsUpTo = ([a, b]: Pair): readonly Pair[] => upTo(a).flatMap((x) => upTo(b).map((y): Pair => [x, y]));

type Attack = Readonly<{ universe: Universe; published: Published; insider: string | undefined }>;

const isPossible = ({ universe, published, insider }: Attack, cell: string, value: number): boolean => {
  if (insider !== undefined && universe.ownerOf(cell) === insider) return value === universe.counts.get(cell);
  const [least, most] = boundsOf(published.get(cell));
  return value >= least && value <= most;
};

/** A category of both areas and of London at once. */
const areAllPossible = (
  attack: Attack,
  [dimension, category]: readonly [string, string],
  [a, b]: Pair,
): boolean =>
  isPossible(attack, cellOf('a', dimension, category), a) &&
  isPossible(attack, cellOf('b', dimension, category), b) &&
  isPossible(attack, cellOf(LONDON, dimension, category), a + b);

/** Given both totals, one dimension says nothing of another: each is tried by itself. */
const endsOfDimension = (attack: Attack, dimension: keyof typeof SMALL, [a, b]: Pair): Ends => {
  const [first, second] = SMALL[dimension];
  const ends: Ends = new Map();
  for (const [x, y] of pairsUpTo([a, b])) {
    if (!areAllPossible(attack, [dimension, first], [x, y])) continue;
    if (!areAllPossible(attack, [dimension, second], [a - x, b - y])) continue;
    widen(ends, cellOf('a', dimension, first), x);
    widen(ends, cellOf('b', dimension, first), y);
    widen(ends, cellOf('a', dimension, second), a - x);
    widen(ends, cellOf('b', dimension, second), b - y);
  }
  return ends;
};

/**
 * Solves the whole system exactly, by trying: how little a count can be and how much, over every way to fill the tables
 * that agrees with all that was published.
 */
const exactly = (attack: Attack): Ends => {
  const all: Ends = new Map();
  for (const totals of pairsUpTo([MOST, MOST])) {
    if (!areAllPossible(attack, ['total', 'total'], totals)) continue;
    const ends = (['month', 'sex'] as const).map((name) => endsOfDimension(attack, name, totals));
    if (ends.some(({ size }) => size === 0)) continue;
    for (const [cell, [least, most]] of ends.flatMap((each) => [...each])) {
      widen(all, cell, least);
      widen(all, cell, most);
    }
    widen(all, totalOf('a'), totals[0]);
    widen(all, totalOf('b'), totals[1]);
  }
  return all;
};

const isPinned = ({ counts }: Universe, cell: string, [least, most]: Bounds): boolean =>
  (counts.get(cell) ?? 0) < THRESHOLD && most - least < THRESHOLD - 1;

/** Small counts of others that can be pinned down by whoever knows the tables and, where named, its own counts. */
export const exactlyExposed = (
  universe: Universe,
  published: Published,
  insider?: string,
): readonly string[] =>
  [...exactly({ universe, published, insider })]
    .filter(([cell]) => insider === undefined || universe.ownerOf(cell) !== insider)
    .filter(([cell, ends]) => isPinned(universe, cell, ends))
    .map(([cell]) => cell);

type Terms = ReadonlyMap<string, number>;
const termsOf = ({ whole, parts }: Relation): Terms =>
  new Map([[whole, -1], ...parts.map((part): [string, number] => [part, 1])]);

/** One sum less another, so that a cell that both hold is gone. */
const difference = (one: Terms, other: Terms): Terms | undefined => {
  const shared = [...other.keys()].find((cell) => one.has(cell));
  if (shared === undefined) return undefined;
  const factor = (one.get(shared) ?? 0) / (other.get(shared) ?? 1);
  const left = new Map(one);
  for (const [cell, times] of other) left.set(cell, (left.get(cell) ?? 0) - factor * times);
  return new Map([...left].filter(([, times]) => times !== 0));
};

/** Terms that add up to nothing say of each of them what the others leave. */
const endsIn = (terms: Terms, published: Published, cell: string): Bounds => {
  const own = terms.get(cell) ?? 1;
  const rest = [...terms]
    .filter(([other]) => other !== cell)
    .map(([other, times]) => [other, -times / own] as const);
  const end = (which: 0 | 1): number =>
    rest.reduce(
      (sum, [other, times]) =>
        sum + times * boundsOf(published.get(other))[times > 0 ? which : 1 - which === 0 ? 0 : 1],
      0,
    );
  return [Math.max(0, end(0)), end(1)];
};

/** What can be pinned down by subtracting every two sums that share a cell. */
export const exposedBySubtracting = (universe: Universe, published: Published): readonly string[] => {
  const sums = universe.relations.map(termsOf);
  const differences = sums.flatMap((one, at) =>
    sums.slice(at + 1).flatMap((other) => difference(one, other) ?? []),
  );
  const pinned = [...sums, ...differences].flatMap((terms) =>
    [...terms.keys()].filter((cell) => isPinned(universe, cell, endsIn(terms, published, cell))),
  );
  return [...new Set(pinned)];
};
