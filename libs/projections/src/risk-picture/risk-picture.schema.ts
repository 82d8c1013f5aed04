import type { ViewSchema } from '@ibex/kernel';

/** One fact of a notice about a record, with what it says openly: nothing personal. `data`: JSON. `restricted` 0 or 1. */
export type RiskFactRow = Readonly<{
  position: number;
  factId: string;
  recordRef: string;
  owner: string;
  stream: string;
  category: string;
  type: string;
  source: string;
  occurredAt: string;
  recordedAt: string;
  revision: number;
  restricted: number;
  data: string;
}>;

/** Who was told of a fact, as what and on which basis. */
export type RiskToldRow = Readonly<{
  position: number;
  authority: string;
  recordRef: string;
  stream: string;
  capacity: string;
  basis: string;
  basisSource: string;
}>;

/** A mailbox entry that was taken on. */
export type RiskTakenRow = Readonly<{ entryId: string; at: string }>;

/** When a record's identity or any link changed. `about`: the record, or `link`. */
export type RiskTurnRow = Readonly<{ position: number; about: string; recordedAt: string }>;

/** An area that a notice names. `what`: missing, exploitation or placed. `onDay`: London date of what it is about. */
export type RiskAreaRow = Readonly<{
  begins: number;
  area: string;
  what: string;
  onDay: string;
  recordRef: string;
  owner: string;
}>;

export type RiskTables = Readonly<{
  riskFacts: RiskFactRow;
  riskTold: RiskToldRow;
  riskTaken: RiskTakenRow;
  riskTurns: RiskTurnRow;
  riskAreas: RiskAreaRow;
}>;

export const RISK_PICTURE_SCHEMA: ViewSchema = {
  name: 'risk-picture',
  version: 3,
  tables: [
    {
      name: 'riskFacts',
      columns: {
        position: 'integer',
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
        restricted: 'integer',
        data: 'text',
      },
      primaryKey: ['recordRef', 'position'],
      inKeyOrder: true,
      sight: [{ column: 'owner' }, { table: 'riskTold', on: ['recordRef', 'stream'], column: 'authority' }],
    },
    {
      name: 'riskTold',
      columns: {
        position: 'integer',
        authority: 'text',
        recordRef: 'text',
        stream: 'text',
        capacity: 'text',
        basis: 'text',
        basisSource: 'text',
      },
      primaryKey: ['recordRef', 'position', 'authority'],
      inKeyOrder: true,
      sight: [
        { column: 'authority' },
        { table: 'riskFacts', on: ['recordRef', 'position'], column: 'owner' },
      ],
    },
    // read for the service alone: an entry's id says neither whose it is nor what it told
    { name: 'riskTaken', columns: { entryId: 'text', at: 'text' }, primaryKey: ['entryId'] },
    {
      // the same: when something changed, not what
      name: 'riskTurns',
      columns: { position: 'integer', about: 'text', recordedAt: 'text' },
      primaryKey: ['position'],
      indexes: [['about', 'recordedAt']],
    },
    {
      // the same: counted for everybody, shown to nobody row by row
      name: 'riskAreas',
      columns: {
        begins: 'integer',
        area: 'text',
        what: 'text',
        onDay: 'text',
        recordRef: 'text',
        owner: 'text',
      },
      primaryKey: ['begins', 'area', 'what', 'onDay'],
      // all that is asked of it stands in the index: an area has thousands of rows
      indexes: [['area', 'what', 'onDay', 'recordRef', 'owner']],
    },
  ],
};
