import type { Prepared } from '../prepared';
import type { TermKind } from '../vocabulary';

/** Nothing can be said: at least one of the two does not know it. */
export const MISSING = -1;

/**
 * At level 0, the value that both have; the rarer it is, the more it says. `isGiven`: it is one that is given to whoever
 * has none, and says something only where it is counted how many have it.
 */
export type SharedValue = Readonly<{
  kind: TermKind;
  of: (a: Prepared, b: Prepared) => number;
  isGiven?: (id: number) => boolean;
}>;

/**
 * How one thing that is known of two people agrees. `levels`: in words, from the same to different. `compare`: index of
 * the level, or MISSING; it does not matter who comes first.
 */
export type Comparison = Readonly<{
  name: string;
  levels: readonly string[];
  compare: (a: Prepared, b: Prepared) => number;
  shared: SharedValue;
}>;
