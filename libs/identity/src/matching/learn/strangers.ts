import { MISSING } from '../compare/comparison';
import type { Comparison } from '../compare/comparison';
import { toChances } from '../model';
import type { Chances } from '../model';
import type { Prepared } from '../prepared';
import type { Vocabulary } from '../vocabulary';
import { randomFrom } from './random';

const MOST_PAIRS = 60_000;
const PAIRS_A_PERSON = 60;
const SEED = 903;

const tally = (counts: number[] | undefined, level: number): void => {
  if (counts && level !== MISSING) counts[level] = (counts[level] ?? 0) + 1;
};

/** u: how pairs picked at random agree, nearly all of whom are strangers; agreement itself from how often values are said. */
export const learnStrangers = (
  people: readonly Prepared[],
  comparisons: readonly Comparison[],
  vocabulary: Vocabulary,
): Chances => {
  const random = randomFrom(SEED);
  const pick = (): Prepared | undefined => people[Math.floor(random() * people.length)];
  const counts = comparisons.map(({ levels }) => levels.map(() => 0));
  const pairs = Math.min(MOST_PAIRS, PAIRS_A_PERSON * people.length);
  for (let n = 0; n < pairs; n += 1) {
    const [a, b] = [pick(), pick()];
    if (!a || !b || a === b) continue;
    for (const [at, { compare }] of comparisons.entries()) tally(counts[at], compare(a, b));
  }
  return new Map(
    comparisons.map(({ name, shared }, at) => {
      const [, ...others] = toChances(counts[at] ?? [], 0.5);
      return [name, [vocabulary[shared.kind].chanceOfSame, ...others]];
    }),
  );
};
