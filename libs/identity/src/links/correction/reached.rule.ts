import type { ReadOnRecord } from '@ibex/kernel';
import type { Reached } from './correction.events';

export type Sides = readonly [readonly string[], readonly string[]];

/** What the screens for deciding on links are called in the ledger: there two records are seen as two. */
export const LINK_CASE = 'link-case';
export const LINK_CASES = 'link-cases';
/** Who saw the two as one child. */
export const LINK_RADIUS = 'link-blast-radius';
const AS_TWO: readonly string[] = [LINK_CASE, LINK_CASES, LINK_RADIUS];

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/**
 * Authorities that looked at records on both sides, in order of their codes. Whether at once or one after the other is
 * not asked: whoever saw both may have taken them for one child. Pure.
 */
export const reachedBy = (reads: readonly ReadOnRecord[], [one, other]: Sides): readonly Reached[] => {
  const seenAsOne = reads.filter(({ what }) => !AS_TWO.includes(what));
  return unique(seenAsOne.map(({ by }) => by.authority)).flatMap((authority) => {
    const own = seenAsOne.filter(({ by }) => by.authority === authority);
    const shown = unique(own.map(({ recordRef }) => recordRef));
    const isBoth = [one, other].every((side) => shown.some((ref) => side.includes(ref)));
    const firstAt = own.map(({ at }) => at).sort()[0] ?? '';
    const lastAt =
      own
        .map(({ lastAt: last }) => last)
        .sort()
        .at(-1) ?? '';
    return isBoth ? [{ authority, shown, firstAt, lastAt }] : [];
  });
};
