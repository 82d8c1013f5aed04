import { MISSING } from '../compare/comparison';
import type { Comparison } from '../compare/comparison';
import { toChances } from '../model';
import type { Chances } from '../model';
import type { Pattern } from './patterns';

/** `matches`, `households`: how many of the pairs are thought to be such. */
export type Learned = Readonly<{ m: Chances; s: Chances; matches: number; households: number }>;

const OF_HOUSEHOLD: ReadonlySet<string> = new Set([
  ...['surname', 'postcode', 'address', 'ethnicity', 'source', 'school', 'place'],
]);
const SHARED_AT_HOME = 0.85;
/** Of two children of one household; ONS, Birth characteristics: 1.6 % of births are of twins. */
const TWINS = 0.02;

const MOST_ROUNDS = 80;
const LEAST_ROUNDS = 10;
const STILL = 1e-6;
const PLUS = 0.2;
/** As many people of other households as a household's chances begin with. */
const PRIOR_PAIRS = 5;

type Table = readonly (readonly number[])[];
type Classes = Readonly<{ m: Table; s: Table; ofM: number; ofS: number }>;

const startingM = (levels: readonly string[]): readonly number[] =>
  toChances(
    levels.map((_, level) => (level === 0 ? 8 * levels.length : levels.length - level)),
    0,
  );

const startingS = (name: string, u: readonly number[]): readonly number[] => {
  if (!OF_HOUSEHOLD.has(name) && name !== 'dob') return u;
  const share = name === 'dob' ? TWINS : SHARED_AT_HOME;
  return u.map((chance, level) => (level === 0 ? share : 0) + (1 - share) * chance);
};

/** Learns from the pairs of one block how records of one person agree on what the block was not made by. */
export class Expectation {
  private readonly used: readonly Readonly<{ name: string; at: number; u: readonly number[] }>[];

  constructor(
    private readonly comparisons: readonly Comparison[],
    u: Chances,
    leftOut: ReadonlySet<string>,
  ) {
    this.used = comparisons
      .map(({ name }, at) => ({ name, at, u: u.get(name) ?? [] }))
      .filter(({ name }) => !leftOut.has(name));
    this.start = {
      m: comparisons.map(({ levels }) => startingM(levels)),
      s: comparisons.map(({ name }) => startingS(name, u.get(name) ?? [])),
      ...{ ofM: 0.3, ofS: 0.1 },
    };
  }

  private readonly start: Classes;

  /** Expectation and maximisation with u given (Winkler 1988), and a class for households (Winkler 1993). */
  learn(patterns: readonly Pattern[]): Learned {
    let classes = this.start;
    let sums = { matches: 0, households: 0 };
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = classes.ofM;
      const next = this.round(patterns, classes);
      ({ classes, sums } = next);
      if (round >= LEAST_ROUNDS && Math.abs(before - classes.ofM) < STILL) break;
    }
    const named = (table: Table): Chances =>
      new Map(this.used.map(({ name, at }) => [name, table[at] ?? []]));
    return { m: named(classes.m), s: named(classes.s), ...sums };
  }

  private round(
    patterns: readonly Pattern[],
    classes: Classes,
  ): Readonly<{ classes: Classes; sums: { matches: number; households: number } }> {
    const countsM = this.comparisons.map(({ levels }) => levels.map(() => 0));
    const countsS = this.comparisons.map(({ levels }) => levels.map(() => 0));
    let [total, matches, households] = [0, 0, 0];
    for (const { levels, count } of patterns) {
      const [one, home] = this.chancesOf(levels, classes);
      total += count;
      matches += one * count;
      households += home * count;
      for (const { at } of this.used) {
        add(countsM[at], levels[at], one * count);
        add(countsS[at], levels[at], home * count);
      }
    }
    const ofM = Math.min(0.999, Math.max(STILL, matches / Math.max(1, total)));
    const ofS = Math.min(0.9999 - ofM, Math.max(STILL, households / Math.max(1, total)));
    const s = classes.s.map((chances, at) => this.householdChances(chances, countsS[at] ?? [], at));
    return {
      classes: { m: countsM.map((counts) => toChances(counts, PLUS)), s, ofM, ofS },
      sums: { matches, households },
    };
  }

  /** That a pair is one person; that it is of one household. */
  private chancesOf(levels: readonly number[], { m, s, ofM, ofS }: Classes): readonly [number, number] {
    let [one, home, two] = [ofM, ofS, 1 - ofM - ofS];
    for (const { at, u } of this.used) {
      const level = levels[at] ?? MISSING;
      if (level === MISSING) continue;
      one *= chanceIn(m[at], level);
      home *= chanceIn(s[at], level);
      two *= chanceIn(u, level);
    }
    const sum = one + home + two;
    return sum > 0 ? [one / sum, home / sum] : [0, 0];
  }

  /** On what a household does not share, its people agree by chance, as strangers do. */
  private householdChances(
    before: readonly number[],
    counts: readonly number[],
    at: number,
  ): readonly number[] {
    const field = this.used.find((each) => each.at === at);
    if (!field || !OF_HOUSEHOLD.has(field.name)) return before;
    return toChances(
      counts.map((count, level) => count + PRIOR_PAIRS * (field.u[level] ?? 0)),
      0.01,
    );
  }
}

const chanceIn = (chances: readonly number[] | undefined, level: number): number => chances?.[level] ?? 0;

const add = (counts: number[] | undefined, level: number | undefined, share: number): void => {
  if (counts && level !== undefined && level !== MISSING) counts[level] = (counts[level] ?? 0) + share;
};
