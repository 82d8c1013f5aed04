import type { ViewSchema } from '@ibex/kernel';

/** One row per fact about a record. Instants as text, `restricted` 0 or 1; `data` is JSON, `sealed` ciphertext. */
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
  position: number;
  restricted: number;
  data: string;
  sealed: string | null;
}>;

/** One row per fact and authority told of it. */
export type ChronologyToldRow = Readonly<{
  factId: string;
  authority: string;
  recordRef: string;
  stream: string;
  position: number;
  capacity: string;
  basis: string;
  basisSource: string;
}>;

export type ChronologyTables = Readonly<{
  chronologyEntries: ChronologyEntryRow;
  chronologyTold: ChronologyToldRow;
}>;

export const CHRONOLOGY_SCHEMA: ViewSchema = {
  name: 'child-chronology',
  version: 1,
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
        position: 'integer',
        restricted: 'integer',
        data: 'text',
        sealed: 'text',
      },
      primaryKey: ['factId'],
      indexes: [['recordRef', 'occurredAt']],
    },
    {
      name: 'chronologyTold',
      columns: {
        factId: 'text',
        authority: 'text',
        recordRef: 'text',
        stream: 'text',
        position: 'integer',
        capacity: 'text',
        basis: 'text',
        basisSource: 'text',
      },
      primaryKey: ['factId', 'authority'],
      indexes: [['recordRef', 'authority']],
    },
  ],
};
