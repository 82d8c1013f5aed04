/** A whole is the sum of its parts: cells of published tables, by name. */
export type Relation = Readonly<{ whole: string; parts: readonly string[] }>;
/** What is certain of a count: no less than the first, no more than the second. */
export type Bounds = readonly [least: number, most: number];
export type Known = ReadonlyMap<string, Bounds>;

export const NOTHING_KNOWN: Bounds = [0, Number.POSITIVE_INFINITY];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Infinity less infinity is not a number here: nothing is known of it. */
const less = (value: number, other: number): number =>
  other === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : value - other;

/** What one sum says of each of its cells, given the bounds of the others. */
const saidBy = ({ whole, parts }: Relation, of: (cell: string) => Bounds): Known => {
  const [wholeLeast, wholeMost] = of(whole);
  const bounds = parts.map(of);
  const others = (at: number, which: 0 | 1): number =>
    sum(bounds.filter((_, other) => other !== at).map((each) => each[which]));
  return new Map([
    [whole, [sum(bounds.map(([least]) => least)), sum(bounds.map(([, most]) => most))]],
    ...parts.map((part, at): [string, Bounds] => [
      part,
      [less(wholeLeast, others(at, 1)), wholeMost - others(at, 0)],
    ]),
  ]);
};

const usesOf = (relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> => {
  const uses = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const cell of [relation.whole, ...relation.parts]) {
      const others = uses.get(cell);
      if (others) others.push(relation);
      else uses.set(cell, [relation]);
    }
  return uses;
};

/** Both bounds at once; undefined where nothing new is said. */
const tighter = ([lower, upper]: Bounds, [least, most]: Bounds): Bounds | undefined =>
  least <= lower && most >= upper ? undefined : [Math.max(least, lower), Math.min(most, upper)];

/**
 * The narrowest bounds that follow from sums, one after the other, until none of them says anything more: what whoever
 * holds the tables can work out. Pure.
 */
export const narrowed = (known: Known, relations: readonly Relation[]): Known => {
  const bounds = new Map(known);
  const of = (cell: string): Bounds => bounds.get(cell) ?? NOTHING_KNOWN;
  const uses = usesOf(relations);
  const waiting = new Set(relations);
  for (const relation of waiting) {
    waiting.delete(relation);
    for (const [cell, said] of saidBy(relation, of)) {
      const after = tighter(of(cell), said);
      if (!after) continue;
      bounds.set(cell, after);
      for (const again of uses.get(cell) ?? []) waiting.add(again);
    }
  }
  return bounds;
};
