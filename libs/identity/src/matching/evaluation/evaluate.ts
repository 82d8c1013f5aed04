import type { Matcher, Outcome } from '../matcher';

/** Pairwise, over all true pairs; what blocking never looked at counts as not found. */
export type Agreement = Readonly<{
  found: number;
  wrong: number;
  precision: number;
  recall: number;
  f1: number;
}>;
/** `pairs`: each pair by itself. `groups`: every pair within a group. */
export type AtThreshold = Readonly<{ threshold: number; pairs: Agreement; groups: Agreement }>;
export type Evaluation = Readonly<{
  truePairs: number;
  compared: number;
  thresholds: readonly AtThreshold[];
  bestPairs: AtThreshold;
  bestGroups: AtThreshold;
  automatic: Agreement;
  review: number;
  /** Forbidden pairs in one group: automatically, and at the best threshold of groups. */
  forbidden: Readonly<{ pairs: number; automatic: number; best: number }>;
}>;

type PairOf = Readonly<{ a: number; b: number }>;
/** Who is who. `admits`: pairs that count at all, e.g. of two different files. */
export type Truth = Readonly<{
  isOne: (a: number, b: number) => boolean;
  truePairs: number;
  admits: (a: number, b: number) => boolean;
  forbidden: readonly PairOf[];
}>;

export const THRESHOLDS: readonly number[] = [-8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15];

const agreement = (found: number, wrong: number, truePairs: number): Agreement => {
  const precision = found + wrong === 0 ? 1 : found / (found + wrong);
  const recall = truePairs === 0 ? 1 : found / truePairs;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { found, wrong, precision, recall, f1 };
};

const ofPairs = (pairs: Iterable<PairOf>, { isOne, truePairs }: Truth): Agreement => {
  let [found, wrong] = [0, 0];
  for (const { a, b } of pairs) {
    if (isOne(a, b)) found += 1;
    else wrong += 1;
  }
  return agreement(found, wrong, truePairs);
};

type Groups = readonly (readonly number[])[];
const everyPairOf = (group: readonly number[]): readonly PairOf[] =>
  group.flatMap((a, at) => group.slice(at + 1).map((b) => ({ a, b })));
const pairsIn = function* (groups: Groups, admits: Truth['admits']): Generator<PairOf> {
  for (const group of groups) for (const pair of everyPairOf(group)) if (admits(pair.a, pair.b)) yield pair;
};

const forbiddenIn = (groups: Groups, { forbidden }: Truth): number => {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((place) => [place, at] as const)));
  return forbidden.filter(({ a, b }) => groupOf.get(a) === groupOf.get(b)).length;
};

const best = (
  all: readonly AtThreshold[],
  of: (each: AtThreshold) => Agreement,
  none: AtThreshold,
): AtThreshold => all.reduce((found, each) => (of(each).f1 > of(found).f1 ? each : found), none);

/** Holds a matcher's answers against the truth. */
export const evaluate = (
  matcher: Matcher,
  truth: Truth,
  outcome: Outcome = matcher.outcome(),
): Evaluation => {
  const links = matcher.links();
  const thresholds = THRESHOLDS.map((threshold) => ({
    threshold,
    pairs: ofPairs(
      links.filter(({ weight }) => weight >= threshold),
      truth,
    ),
    groups: ofPairs(pairsIn(matcher.groupsAt(threshold), truth.admits), truth),
  }));
  const [first] = thresholds;
  if (!first) throw new Error('there is no threshold');
  const bestGroups = best(thresholds, ({ groups }) => groups, first);
  return {
    ...{ truePairs: truth.truePairs, compared: links.length, thresholds, bestGroups },
    bestPairs: best(thresholds, ({ pairs }) => pairs, first),
    automatic: ofPairs(pairsIn(outcome.automatic, truth.admits), truth),
    review: outcome.review.length,
    forbidden: {
      pairs: truth.forbidden.length,
      automatic: forbiddenIn(outcome.automatic, truth),
      best: forbiddenIn(matcher.groupsAt(bestGroups.threshold), truth),
    },
  };
};
