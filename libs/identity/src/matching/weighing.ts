import { MISSING } from './compare/comparison';
import type { Comparison } from './compare/comparison';
import type { Model } from './model';
import type { Prepared } from './prepared';
import type { Vocabulary } from './vocabulary';

/** What two children have in common who were given one name and were born on one day: namesakes exist. */
const OF_NAMESAKES: ReadonlySet<string> = new Set(['forename', 'surname', 'dob', 'sex', 'ethnicity']);
/** Pairs of namesakes for each pair of records of one person: from the London benchmark, rounded up. */
const NAMESAKES = 0.02;
const RAREST = 1e-9;
/** What a household has in common is told by how much likelier it makes the same value. */
const IN_COMMON = 4;

type Bits = Readonly<{
  one: readonly number[];
  home: readonly number[];
  isHome: boolean;
  isNamesake: boolean;
}>;
/** How much one comparison says: its level in words, bits towards one person (log2 of odds). */
export type Reason = Readonly<{ field: string; level: string; bits: number }>;

const bitsOf = (x: number | undefined, y: number | undefined): number =>
  Math.log2(Math.max(x ?? 0, RAREST) / Math.max(y ?? 0, RAREST));

const bitsAt = (bits: readonly number[], level: number): number => bits[level] ?? 0;

/**
 * Log2 of the odds that two records are one person (Fellegi and Sunter 1969): 0 is as likely as not, 10 about 1,000 to 1.
 * Held against strangers, people of one household (Winkler 1993) and namesakes, whichever explains the pair best.
 * Rare values say more than common ones (term frequencies, Winkler 2000).
 */
export class Weighing {
  private readonly bits: readonly Bits[];

  constructor(
    private readonly comparisons: readonly Comparison[],
    private readonly vocabulary: Vocabulary,
    private readonly model: Model,
    /** Whether the vocabulary is large enough to tell rare values from common ones. */
    private readonly knowsRare: boolean,
  ) {
    this.bits = comparisons.map(({ name, levels }) => {
      const { m, u, s } = model.fields[name] ?? { m: [], u: [], s: [] };
      return {
        one: levels.map((_, level) => (m.length === 0 ? 0 : bitsOf(m[level], u[level]))),
        home: levels.map((_, level) => (s.length === 0 ? 0 : bitsOf(s[level], u[level]))),
        isHome: (s[0] ?? 0) > IN_COMMON * (u[0] ?? 1),
        isNamesake: OF_NAMESAKES.has(name),
      };
    });
  }

  weight(a: Prepared, b: Prepared): number {
    const { matches, households } = this.model;
    let one = Math.log2(matches);
    let home = Math.log2(households);
    let namesake = Math.log2(matches * NAMESAKES);
    for (const [at, comparison] of this.comparisons.entries()) {
      const level = this.levelOf(comparison, a, b);
      const bits = this.bits[at];
      if (level === MISSING || !bits) continue;
      const rarity = level === 0 ? this.rarity(comparison, a, b) : 0;
      const towards = bitsAt(bits.one, level) + rarity;
      one += towards;
      home += bitsAt(bits.home, level) + (bits.isHome ? rarity : 0);
      namesake += bits.isNamesake ? towards : 0;
    }
    return one - Math.log2(1 + 2 ** home + 2 ** namesake);
  }

  /** Why, for the person who has to decide: what each comparison says by itself. */
  reasons(a: Prepared, b: Prepared): readonly Reason[] {
    return this.comparisons.flatMap((comparison, at) => {
      const level = this.levelOf(comparison, a, b);
      if (level === MISSING || !(comparison.name in this.model.fields)) return [];
      const rarity = level === 0 ? this.rarity(comparison, a, b) : 0;
      const bits = (this.bits[at]?.one[level] ?? 0) + rarity;
      return [{ field: comparison.name, level: comparison.levels[level] ?? '', bits }];
    });
  }

  private levelOf({ compare, shared }: Comparison, a: Prepared, b: Prepared): number {
    const level = compare(a, b);
    const isUncounted = level === 0 && !this.knowsRare;
    return isUncounted && shared.isGiven?.(shared.of(a, b)) === true ? MISSING : level;
  }

  /** How much more, or less, it says to share this value than one that is as common as most. */
  private rarity({ name, shared }: Comparison, a: Prepared, b: Prepared): number {
    const u = this.model.fields[name]?.u[0];
    const value = shared.of(a, b);
    if (!this.knowsRare || u === undefined || value === 0) return 0;
    return Math.log2(u / this.vocabulary[shared.kind].shareOf(value));
  }
}
