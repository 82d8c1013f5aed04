import type { ViewSchema } from '@ibex/kernel';

/**
 * One row per fact about a record: where it stands, when, from whom. What it says is read from the log, so that it is
 * kept once. `restricted` 0 or 1.
 */
export type ChronologyEntryRow = Readonly<{
  factId: string;
  recordRef: string;
  /** Authority whose record it is: the one that opened the notice. */
  owner: string;
  stream: string;
  category: string;
  type: string;
  /** Authority that told IBEX this fact. */
  source: string;
  occurredAt: string;
  recordedAt: string;
  revision: number;
  position: number;
  restricted: number;
}>;

/** One row per fact, by its position, and authority told of it. */
export type ChronologyToldRow = Readonly<{
  authority: string;
  recordRef: string;
  stream: string;
  position: number;
  capacity: string;
  urgency: string;
  basis: string;
  basisSource: string;
}>;

export type ChronologyTables = Readonly<{
  chronologyEntries: ChronologyEntryRow;
  chronologyTold: ChronologyToldRow;
}>;

export const CHRONOLOGY_SCHEMA: ViewSchema = {
  name: 'child-chronology',
  version: 2,
  tables: [
    {
      name: 'chronologyEntries',
      columns: {
        factId: 'text',
        recordRef: 'text',
        owner: 'text',
        stream: 'text',
        category: 'text',
        type: 'text',
        source: 'text',
        occurredAt: 'text',
        recordedAt: 'text',
        revision: 'integer',
        position: 'integer',
        restricted: 'integer',
      },
      primaryKey: ['position'],
      indexes: [['recordRef', 'occurredAt', 'position'], ['factId']],
      sight: [{ column: 'owner' }, { table: 'chronologyTold', on: ['stream'], column: 'authority' }],
    },
    {
      name: 'chronologyTold',
      columns: {
        authority: 'text',
        recordRef: 'text',
        stream: 'text',
        position: 'integer',
        capacity: 'text',
        urgency: 'text',
        basis: 'text',
        basisSource: 'text',
      },
      primaryKey: ['position', 'authority'],
      indexes: [['stream', 'authority', 'position']],
      sight: [{ column: 'authority' }, { table: 'chronologyEntries', on: ['position'], column: 'owner' }],
    },
  ],
};
