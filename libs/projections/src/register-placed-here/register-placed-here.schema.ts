import type { ViewSchema } from '@ibex/kernel';
import { PLACEMENT_KNOWN_COLUMNS } from '../shared/placement-known';
import type { PlacementKnownRow } from '../shared/placement-known';

/** One row per stay of a child in the area of another authority. Dates are London dates, instants UTC. */
export type PlacedHereRow = PlacementKnownRow &
  Readonly<{
    /** Where in the log the placement begins, and the number of the stay within it. */
    begins: number;
    stay: number;
    /** Stream and number in one. */
    id: string;
    stream: string;
    recordRef: string | null;
    host: string;
    placing: string;
    startsOn: string;
    endedOn: string | null;
    toldAt: string;
    acknowledgedAt: string | null;
    respondedAt: string | null;
  }>;
export type PlacedHereTables = Readonly<{ placedHere: PlacedHereRow }>;

export const PLACED_HERE_SCHEMA: ViewSchema = {
  name: 'register-placed-here',
  version: 3,
  tables: [
    {
      name: 'placedHere',
      columns: {
        begins: 'integer',
        stay: 'integer',
        id: 'text',
        stream: 'text',
        recordRef: 'text',
        host: 'text',
        placing: 'text',
        startsOn: 'text',
        endedOn: 'text',
        toldAt: 'text',
        acknowledgedAt: 'text',
        respondedAt: 'text',
        ...PLACEMENT_KNOWN_COLUMNS,
      },
      primaryKey: ['begins', 'stay'],
      // wide enough to count by without a look at the rows
      indexes: [['host', 'placing', 'startsOn', 'id', 'endedOn', 'recordRef']],
      sight: [{ column: 'host' }],
    },
  ],
};
