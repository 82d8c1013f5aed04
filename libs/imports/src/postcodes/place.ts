import type { PostcodeDirectory } from '@ibex/kernel';
import { isPostcode, normalisePostcode } from '@ibex/notifications';

/** Where a postcode lies: ONS code of the authority; not known; or such that nobody can be placed there. */
export type Place = Readonly<{ kind: 'found'; code: string } | { kind: 'unknown' } | { kind: 'impossible' }>;
export type FindPlace = (postcode: string) => Promise<Place>;

const NOT_A_PLACE: Place = { kind: 'impossible' };
const UNKNOWN: Place = { kind: 'unknown' };
const CACHED = 50_000;

// BS 7666: Q, V and X never come first, I, J and Z never second. Districts from 95 hold large users and PO boxes.
const REAL_AREA = /^[A-PR-UWYZ][A-HK-Y]?\d/;
const FIRST_DISTRICT_WITHOUT_HOMES = 95;

/** False for text that cannot be the postcode of a home, such as ZZ99 3WZ, which NHS systems write for "not known". */
export const canBeAHome = (postcode: string): boolean => {
  const normal = normalisePostcode(postcode);
  const district = Number(/^[A-Z]+(\d+)/.exec(normal)?.[1] ?? FIRST_DISTRICT_WITHOUT_HOMES);
  return isPostcode(normal) && REAL_AREA.test(normal) && district < FIRST_DISTRICT_WITHOUT_HOMES;
};

/**
 * Whether the loaded table is about the places that the return names: it knows at least half of some of its
 * postcodes. A table of another region, or invented postcodes, prove nothing about any one of them.
 */
const fits = async (directory: PostcodeDirectory, sample: readonly string[]): Promise<boolean> => {
  const found = await Promise.all(
    sample.map((postcode) => directory.authorityOf(normalisePostcode(postcode))),
  );
  return found.filter((code) => code !== undefined).length * 2 >= sample.length;
};

/** Looks postcodes up, each once. Without a table every place is unknown: the host is asked for, never guessed. */
export const placeFinder = async (
  directory: PostcodeDirectory | undefined,
  sample: readonly string[],
): Promise<FindPlace> => {
  if (!directory || (await directory.size()) === 0) return () => Promise.resolve(UNKNOWN);
  const judges = await fits(directory, sample);
  const cache = new Map<string, Place>();
  return async (postcode) => {
    const normal = normalisePostcode(postcode);
    const known = cache.get(normal);
    if (known) return known;
    const code = await directory.authorityOf(normal);
    const otherwise = judges && !canBeAHome(normal) ? NOT_A_PLACE : UNKNOWN;
    const place: Place = code === undefined ? otherwise : { kind: 'found', code };
    if (cache.size >= CACHED) cache.clear();
    cache.set(normal, place);
    return place;
  };
};
