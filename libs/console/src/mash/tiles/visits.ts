import type { AuthorityShown, NameOf } from '../parts/answers';
import { placementInWords } from '../parts/codes';
import type { Course, Host } from '../timeline/courses';
import { placeInWords } from '../timeline/lanes';
import { TILES } from './boroughs.tiles';
import { countryInWords, edgeOf, edgeOfCountry } from './edges';
import type { Edge } from './edges';

/** Where on the map: a tile, or a box at an edge; without a place where it is not known or kept back. */
export type Place =
  | Readonly<{ kind: 'tile'; key: string }>
  | Readonly<{ kind: 'edge'; key: string; edge: Edge; name: string }>
  | Readonly<{ kind: 'nowhere' }>;

/** `order`: of this stay among all, the earliest 1. */
export type StayShown = Readonly<{
  order: number;
  where: string;
  place: Place;
  from: string;
  to?: string;
  type?: string;
  placedBy: string;
  isCurrent: boolean;
}>;

const IN_LONDON: ReadonlySet<string> = new Set(TILES.map(({ gss }) => gss));

export type Regions = ReadonlyMap<string, string>;
export const regionsOf = (authorities: readonly AuthorityShown[]): Regions =>
  new Map(authorities.map(({ gss, region }) => [gss, region]));

const placeOf = ({ gss, code }: Host, regions: Regions, nameOf: NameOf): Place => {
  if (gss !== undefined && IN_LONDON.has(gss)) return { kind: 'tile', key: gss };
  if (gss !== undefined)
    return { kind: 'edge', key: gss, edge: edgeOf(gss, regions.get(gss)), name: nameOf(gss) };
  if (code === undefined) return { kind: 'nowhere' };
  return { kind: 'edge', key: code, edge: edgeOfCountry(code), name: countryInWords(code) };
};

type About = Readonly<{ today: string; regions: Regions; nameOf: NameOf }>;

const isCurrent = ({ from, to }: Course, today: string): boolean =>
  from <= today && (to === undefined || to > today);

/** Each stay in a placement in the order in which they began. `today`: London date. */
export const staysIn = (
  courses: readonly Course[],
  { today, regions, nameOf }: About,
): readonly StayShown[] =>
  courses
    .filter(({ kind }) => kind === 'placement')
    .map((course, at) => {
      const { host = { kind: 'unknown' }, from, to, placementType, source } = course;
      return {
        ...{ order: at + 1, from, placedBy: nameOf(source), isCurrent: isCurrent(course, today) },
        where: host.code === undefined ? placeInWords(host, nameOf) : countryInWords(host.code),
        place: placeOf(host, regions, nameOf),
        ...(to === undefined ? {} : { to }),
        ...(placementType === undefined ? {} : { type: placementInWords(placementType) }),
      };
    });
