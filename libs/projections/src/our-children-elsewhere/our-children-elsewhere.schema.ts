import type { ViewSchema } from '@ibex/kernel';
import { PLACEMENT_KNOWN_COLUMNS } from '../shared/placement-known';
import type { PlacementKnownRow } from '../shared/placement-known';

/** One row per placement, for its owner. `stays` and `sealed` (of the last stay) are JSON; see the query. */
export type PlacedElsewhereRow = PlacementKnownRow &
  Readonly<{
    /** Where in the log the placement begins. */
    begins: number;
    stream: string;
    recordRef: string | null;
    owner: string;
    startsOn: string;
    endedOn: string | null;
    /** Of the last stay. */
    hostSince: string;
    hostKind: string;
    /** GSS code, or code of the nation outside England; null for the other kinds. */
    hostCode: string | null;
    restricted: number;
    recordedAt: string;
    acknowledgedAt: string | null;
    respondedAt: string | null;
    sourceSystem: string | null;
    reasonForNewEpisode: string | null;
    stays: string;
    sealed: string;
  }>;
export type PlacedElsewhereTables = Readonly<{ placedElsewhere: PlacedElsewhereRow }>;

export const PLACED_ELSEWHERE_SCHEMA: ViewSchema = {
  name: 'our-children-elsewhere',
  version: 3,
  tables: [
    {
      name: 'placedElsewhere',
      columns: {
        begins: 'integer',
        stream: 'text',
        recordRef: 'text',
        owner: 'text',
        startsOn: 'text',
        endedOn: 'text',
        hostSince: 'text',
        hostKind: 'text',
        hostCode: 'text',
        restricted: 'integer',
        recordedAt: 'text',
        acknowledgedAt: 'text',
        respondedAt: 'text',
        sourceSystem: 'text',
        reasonForNewEpisode: 'text',
        stays: 'text',
        sealed: 'text',
        ...PLACEMENT_KNOWN_COLUMNS,
      },
      primaryKey: ['begins'],
      // wide enough to count by without a look at the rows
      indexes: [['owner', 'startsOn', 'stream', 'endedOn', 'hostSince', 'hostKind', 'hostCode']],
      sight: [{ column: 'owner' }],
    },
  ],
};
