import type { Comparison } from '../compare/comparison';
import type { Prepared } from '../prepared';

/** Pairs that agree alike. `levels`: by comparison, MISSING where nothing can be said. */
export type Pattern = Readonly<{ levels: readonly number[]; count: number }>;
export type PersonPair = readonly [Prepared, Prepared];

/** Few patterns stand for many pairs, so that learning takes as long for a million as for a thousand. */
export const patternsOf = (
  pairs: Iterable<PersonPair>,
  comparisons: readonly Comparison[],
): readonly Pattern[] => {
  const found = new Map<string, Readonly<{ levels: readonly number[]; tally: { count: number } }>>();
  for (const [a, b] of pairs) {
    const levels = comparisons.map(({ compare }) => compare(a, b));
    const name = levels.join(' ');
    const known = found.get(name);
    if (known) known.tally.count += 1;
    else found.set(name, { levels, tally: { count: 1 } });
  }
  return [...found.values()].map(({ levels, tally }) => ({ levels, count: tally.count }));
};
