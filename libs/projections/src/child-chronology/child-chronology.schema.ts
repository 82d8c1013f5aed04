import type { ViewSchema } from '@ibex/kernel';
import { CLOCK_MOVES, DUTIES, DUTY_CHANGES } from './chronology-duties.schema';
import type { ClockMoveRow, DutyChangeRow, OpenedDutyRow } from './chronology-duties.schema';

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

/** What was done about an entry in a mailbox. `authority`: whose mailbox. `by`: who did it. `detail`: a code, or nothing. */
export type ChronologyStepRow = Readonly<{
  position: number;
  recordRef: string;
  stream: string;
  /** The fact that the entry told. */
  factId: string;
  entryId: string;
  type: string;
  authority: string;
  by: string;
  occurredAt: string;
  recordedAt: string;
  detail: string | null;
}>;

/** When a record's identity changed, or a link: by these an instant is found in the log. `about`: record, or `link`. */
export type ChronologyTurnRow = Readonly<{ position: number; about: string; recordedAt: string }>;

export type ChronologyTables = Readonly<{
  chronologyEntries: ChronologyEntryRow;
  chronologyTold: ChronologyToldRow;
  chronologySteps: ChronologyStepRow;
  chronologyTurns: ChronologyTurnRow;
  chronologyDuties: OpenedDutyRow;
  chronologyDutyChanges: DutyChangeRow;
  chronologyClockMoves: ClockMoveRow;
}>;

export const CHRONOLOGY_SCHEMA: ViewSchema = {
  name: 'child-chronology',
  version: 4,
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
      primaryKey: ['recordRef', 'position'],
      inKeyOrder: true,
      indexes: [['factId']],
      sight: [
        { column: 'owner' },
        { table: 'chronologyTold', on: ['recordRef', 'stream'], column: 'authority' },
      ],
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
      primaryKey: ['recordRef', 'position', 'authority'],
      inKeyOrder: true,
      sight: [
        { column: 'authority' },
        { table: 'chronologyEntries', on: ['recordRef', 'position'], column: 'owner' },
      ],
    },
    {
      name: 'chronologySteps',
      columns: {
        position: 'integer',
        recordRef: 'text',
        stream: 'text',
        factId: 'text',
        entryId: 'text',
        type: 'text',
        authority: 'text',
        by: 'text',
        occurredAt: 'text',
        recordedAt: 'text',
        detail: 'text',
      },
      primaryKey: ['recordRef', 'position'],
      inKeyOrder: true,
      // whose entry it was, and whose record it is about
      sight: [{ column: 'authority' }, { table: 'chronologyEntries', on: ['recordRef'], column: 'owner' }],
    },
    {
      // read for the service alone: it tells when something changed, not what
      name: 'chronologyTurns',
      columns: { position: 'integer', about: 'text', recordedAt: 'text' },
      primaryKey: ['position'],
      indexes: [['about', 'recordedAt']],
    },
    DUTIES,
    DUTY_CHANGES,
    CLOCK_MOVES,
  ],
};
