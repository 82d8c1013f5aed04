import type { Host } from '@ibex/notifications';
import type { FindPlace, Place } from '../postcodes/place';
import { hostOfEpisode } from './host-of-period';
import { periodOn, periodsOf } from './periods';
import type { Period } from './periods';
import { duplicateRow, secondHeaderRow, unknownPostcode } from './row-checks';
import type { Fault } from './row-checks';
import type { EpisodeRow, HeaderRow, MissingRow, ReturnRow } from './rows';

export type PlacedPeriod = Period & Readonly<{ host: Host }>;
/** A missing episode and the period in which it began; none: no episode of care covers that day. */
export type PlacedMissing = MissingRow & Readonly<{ from?: PlacedPeriod }>;
export type RowFault = Readonly<{ row: ReturnRow; fault: Fault }>;

/** What the return says of one child, once the rows that cannot be right were left out. */
export type ChildFile = Readonly<{
  child: string;
  identity?: HeaderRow;
  periods: readonly PlacedPeriod[];
  missing: readonly PlacedMissing[];
  faults: readonly RowFault[];
}>;

const contentOf = (row: ReturnRow): string => JSON.stringify({ ...row, line: 0 });

/** Sorts out rows that say what an earlier row of the child says, and a second header row that says something else. */
export const withoutRepeats = (
  rows: readonly ReturnRow[],
): Readonly<{ kept: readonly ReturnRow[]; faults: readonly RowFault[] }> => {
  const firstLines = new Map<string, number>();
  const kept: ReturnRow[] = [];
  const faults: RowFault[] = [];
  for (const row of [...rows].sort((one, other) => one.line - other.line)) {
    const content = contentOf(row);
    const [same, header] = [firstLines.get(content), firstLines.get('header')];
    if (same !== undefined) faults.push({ row, fault: duplicateRow(same) });
    else if (row.file === 'header' && header !== undefined)
      faults.push({ row, fault: secondHeaderRow(header) });
    else kept.push(row);
    firstLines.set(content, same ?? row.line);
    if (row.file === 'header') firstLines.set('header', header ?? row.line);
  }
  return { kept, faults };
};

const isEpisode = (row: ReturnRow): row is EpisodeRow => row.file === 'episodes';

const NOWHERE: Place = { kind: 'unknown' };
const placesOf = async (
  episodes: readonly EpisodeRow[],
  findPlace: FindPlace,
): Promise<ReadonlyMap<EpisodeRow, Place>> => {
  const places = new Map<EpisodeRow, Place>();
  for (const episode of episodes) {
    if (episode.postcode !== '') places.set(episode, await findPlace(episode.postcode));
  }
  return places;
};

/** Puts together the good rows of one child. A refused row is left out and the rest is read as if it were not there. */
export const readChild = async (
  child: string,
  rows: readonly ReturnRow[],
  findPlace: FindPlace,
): Promise<ChildFile> => {
  const { kept, faults } = withoutRepeats(rows);
  const places = await placesOf(kept.filter(isEpisode), findPlace);
  const isImpossible = (row: EpisodeRow): boolean => places.get(row)?.kind === 'impossible';
  const episodes = kept.filter(isEpisode);
  const periods = periodsOf(episodes.filter((row) => !isImpossible(row))).map((period) => ({
    ...period,
    host: hostOfEpisode(period.first, places.get(period.first) ?? NOWHERE),
  }));
  const missing = kept
    .filter((row) => row.file === 'missing')
    .map((row) => {
      const from = periodOn(periods, row.start);
      return from ? { ...row, from } : row;
    });
  const identity = kept.find((row) => row.file === 'header');
  return {
    child,
    ...(identity ? { identity } : {}),
    periods,
    missing,
    faults: [
      ...faults,
      ...episodes.filter(isImpossible).map((row) => ({ row, fault: unknownPostcode(row.postcode) })),
    ],
  };
};
