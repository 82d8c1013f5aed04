import { counted } from '../../frame/cells';
import type { AuthorityShown, Entry, NameOf, RecordShown } from '../parts/answers';
import { coursesIn } from '../timeline/courses';
import { drawMap } from './tile-map.layout';
import type { MapDrawing } from './tile-map.layout';
import { regionsOf, staysIn } from './visits';
import type { StayShown } from './visits';

export type PlacementsShown = Readonly<{
  stays: readonly StayShown[];
  map: MapDrawing;
  /** Stays whose place is not known or kept back: they are in the table and not on the map. */
  nowhere: number;
  /** How many areas there were; the same one again counts once. */
  areas: number;
  says: string;
}>;

type Told = Readonly<{ records: readonly RecordShown[]; items: readonly Entry[] }>;
type About = Readonly<{ today: string; authorities: readonly AuthorityShown[]; nameOf: NameOf }>;

const summary = (stays: readonly StayShown[], areas: number): string => {
  const now = stays.filter(({ isCurrent }) => isCurrent).map(({ where }) => where);
  const today = now.length === 0 ? 'None of them lasts now.' : `Now: ${now.join(' and ')}.`;
  return `${counted(stays.length, 'stay')} in ${counted(areas, 'area')}. ${today}`;
};

/** Where the child was placed as far as the reader was told: a map and the same as a table. */
export const placementsPage = (
  { records, items }: Told,
  { today, authorities, nameOf }: About,
): PlacementsShown => {
  const stays = staysIn(coursesIn(items), { today, regions: regionsOf(authorities), nameOf });
  const homes = new Set(records.map(({ owner }) => owner));
  const placed = stays.flatMap(({ place }) => (place.kind === 'nowhere' ? [] : [place.key]));
  const areas = new Set(placed).size;
  return {
    ...{ stays, areas, map: drawMap(stays, homes), says: summary(stays, areas) },
    nowhere: stays.length - placed.length,
  };
};
