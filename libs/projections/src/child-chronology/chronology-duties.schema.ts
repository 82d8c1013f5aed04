import type { TableSchema } from '@ibex/kernel';

/**
 * One row per fact that opened a duty: rows are added and never changed, so that what was owed at any moment can be
 * worked out. `begins`: position at which the notice's stream begins.
 */
export type OpenedDutyRow = Readonly<{
  recordRef: string;
  begins: number;
  key: string;
  /** Of the fact that opened it. */
  position: number;
  owner: string;
  owedBy: string;
  owedTo: string | null;
  clock: string;
  kind: string;
  text: string;
  source: string;
  startedAt: string;
  dueAt: string | null;
  targetAt: string | null;
  /** Whoever takes this mailbox entry on has met the duty. */
  entryId: string | null;
  recordedAt: string;
}>;

/** `change`: `met` or `void`. `at`: when it was met. `because`: why it is owed no more. */
export type DutyChangeRow = Readonly<{
  recordRef: string;
  begins: number;
  key: string;
  position: number;
  change: string;
  at: string;
  because: string | null;
  recordedAt: string;
}>;

/** What a duty's clock came to: another date (`newDueAt`), or that it was late (null). */
export type ClockMoveRow = Readonly<{
  position: number;
  clock: string;
  dueAt: string;
  newDueAt: string | null;
  recordedAt: string;
}>;

export const DUTIES: TableSchema = {
  name: 'chronologyDuties',
  columns: {
    recordRef: 'text',
    begins: 'integer',
    key: 'text',
    position: 'integer',
    owner: 'text',
    owedBy: 'text',
    owedTo: 'text',
    clock: 'text',
    kind: 'text',
    text: 'text',
    source: 'text',
    startedAt: 'text',
    dueAt: 'text',
    targetAt: 'text',
    entryId: 'text',
    recordedAt: 'text',
  },
  primaryKey: ['recordRef', 'begins', 'key', 'position'],
  inKeyOrder: true,
  sight: [{ column: 'owner' }, { column: 'owedBy' }, { column: 'owedTo' }],
};

const ofDuty = { table: 'chronologyDuties', on: ['recordRef', 'begins', 'key'] } as const;

export const DUTY_CHANGES: TableSchema = {
  name: 'chronologyDutyChanges',
  columns: {
    recordRef: 'text',
    begins: 'integer',
    key: 'text',
    position: 'integer',
    change: 'text',
    at: 'text',
    because: 'text',
    recordedAt: 'text',
  },
  primaryKey: ['recordRef', 'begins', 'key', 'position'],
  inKeyOrder: true,
  sight: [
    { ...ofDuty, column: 'owner' },
    { ...ofDuty, column: 'owedBy' },
    { ...ofDuty, column: 'owedTo' },
  ],
};

/** Read for the service alone: a clock is known by an id that names neither duty nor authority. */
export const CLOCK_MOVES: TableSchema = {
  name: 'chronologyClockMoves',
  columns: {
    position: 'integer',
    clock: 'text',
    dueAt: 'text',
    newDueAt: 'text',
    recordedAt: 'text',
  },
  primaryKey: ['position'],
  indexes: [['clock']],
};
