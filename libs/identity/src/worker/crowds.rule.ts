import { numbersAgreed } from '../matching/link/odds';
import { REVIEW } from '../matching/matcher';
import type { Prepared } from '../matching/prepared';
import type { NearPair } from './outcomes.rule';
import type { PairOfRefs } from './pair-book';
import type { AsideRow } from './pair-book.schema';

/**
 * Of so many that a record looks like without a number in common, none is meant more than another: more authorities than
 * a child is known to.
 */
export const MOST_ALIKE = 30;

type People = ReadonlyMap<string, Prepared>;
export type Alike = ReadonlyMap<string, ReadonlySet<string>>;
/** Why nobody can be found who is near a record, or why looks say nothing of it. */
export type Because = Pick<AsideRow, 'because' | 'alike'>;

/** Only numbers tell two of a crowd apart from the rest of it. */
const isByLooks = ({ a, b }: PairOfRefs, people: People): boolean => {
  const [x, y] = [people.get(a), people.get(b)];
  return x !== undefined && y !== undefined && numbersAgreed(x, y) === 0;
};

/** Whom each of the told looks like, as likely as not, without a number in common. */
export const alikeOf = (told: ReadonlySet<string>, near: readonly NearPair[], people: People): Alike => {
  const alike = new Map<string, Set<string>>();
  const note = (one: string, other: string): void => {
    if (told.has(one)) alike.set(one, (alike.get(one) ?? new Set()).add(other));
  };
  for (const pair of near) {
    if (pair.weight < REVIEW || !isByLooks(pair, people)) continue;
    note(pair.a, pair.b);
    note(pair.b, pair.a);
  }
  return alike;
};

export const isCrowd = (others: ReadonlySet<string> = new Set()): boolean => others.size > MOST_ALIKE;

/** Pairs that still say something: all but those by looks alone with somebody of a crowd. */
export const outsideCrowds = (
  alike: Alike,
  near: readonly NearPair[],
  people: People,
): readonly NearPair[] => {
  const crowded = new Set([...alike].flatMap(([ref, others]) => (isCrowd(others) ? [ref] : [])));
  return near.filter((pair) => !((crowded.has(pair.a) || crowded.has(pair.b)) && isByLooks(pair, people)));
};

/** Why one of the told is set aside; undefined where it is not. `isOfCrowd`: whether another one is. */
export const becauseOf = (
  others: ReadonlySet<string> = new Set(),
  unplaced: Because | undefined,
  isOfCrowd: (other: string) => boolean,
): Because | undefined => {
  if (isCrowd(others)) return { because: 'too-alike', alike: others.size };
  if (unplaced) return unplaced;
  return [...others].some(isOfCrowd) ? { because: 'near-a-crowd', alike: others.size } : undefined;
};
