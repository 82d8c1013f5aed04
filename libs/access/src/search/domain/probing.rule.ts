import { fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import type { ProbingKind } from './search.events';
import type { Search } from './search.state';

const HOUR_MS = 3_600_000;
/** So many searches of a day that are the same but for one thing: somebody is trying out what fits. */
const VARIATIONS = 6;
/** So many in an hour with nothing found are faster than a person takes children in hand. */
const MISSES_IN_AN_HOUR = 20;
/** Over a day a hub finds a fair share of the children that it asks after. */
const MISSES_IN_A_DAY = 50;
const LEAST_SHARE_FOUND = 0.05;

/** Every way to leave one identifier out, by name, with the values of the others. */
const leavingOneOut = ({ named, digests }: Search): readonly string[] =>
  named.map((left) =>
    named
      .flatMap((name, at) => (name === left ? [] : [`${name}=${digests[at] ?? ''}`]))
      .concat(`${left}=*`)
      .sort()
      .join('&'),
  );

const valuesOf = ({ named, digests }: Search): string =>
  named
    .map((name, at) => `${name}=${digests[at] ?? ''}`)
    .sort()
    .join('&');

/** Asking for the very same again varies nothing. */
const variesOne = (searches: readonly Search[]): boolean => {
  const variants = new Map<string, Set<string>>();
  for (const search of searches)
    for (const pattern of leavingOneOut(search))
      variants.set(pattern, (variants.get(pattern) ?? new Set()).add(valuesOf(search)));
  return [...variants.values()].some((values) => values.size >= VARIATIONS);
};

const isMiss = ({ found }: Search): boolean => found === 0;

const findsNothing = (searches: readonly Search[], now: Instant): boolean => {
  const hourAgo = fromEpochMs(toEpochMs(now) - HOUR_MS);
  const lately = searches.filter(({ at, found }) => at > hourAgo && found !== undefined);
  if (lately.length >= MISSES_IN_AN_HOUR && lately.every(isMiss)) return true;
  const hits = searches.filter(({ found = 0 }) => found > 0).length;
  const misses = searches.filter(isMiss).length;
  return misses >= MISSES_IN_A_DAY && hits < searches.length * LEAST_SHARE_FOUND;
};

/** What one person’s searches of a day look like, oldest first; undefined: like work on children at hand. Pure. */
export const probingIn = (searches: readonly Search[], now: Instant): ProbingKind | undefined => {
  if (variesOne(searches)) return 'varies-one-identifier';
  return findsNothing(searches, now) ? 'finds-nothing' : undefined;
};
