/**
 * By level of a comparison, the chance that it comes out so: `m` of two records of one person, `u` of two strangers, `s`
 * of two people of one household.
 */
export type FieldModel = Readonly<{ m: readonly number[]; u: readonly number[]; s: readonly number[] }>;

/** What is known of how records agree. `matches`, `households`: share of all pairs that are one person, one household. */
export type Model = Readonly<{
  fields: Readonly<Record<string, FieldModel>>;
  matches: number;
  households: number;
}>;

/** Chances by field and level. */
export type Chances = ReadonlyMap<string, readonly number[]>;

/** Counts made chances; `plus` keeps what was never seen from being impossible. */
export const toChances = (counts: readonly number[], plus: number): readonly number[] => {
  const sum = counts.reduce((all, count) => all + count, 0) + plus * counts.length;
  return counts.map((count) => (count + plus) / sum);
};
