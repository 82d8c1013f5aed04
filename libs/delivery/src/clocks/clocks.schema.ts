import type { Urgency, ViewSchema } from '@ibex/kernel';
import type { Limit } from './clock.events';
import type { Patience } from './clock.settings';

/** Duties with a date, how far the clock of each has run, and notices that wait to be taken on. Nothing personal. */
export const CLOCKS_SCHEMA: ViewSchema = {
  name: 'clocks',
  version: 4,
  tables: [
    {
      name: 'clocks',
      columns: {
        ...{ dutyId: 'text', runId: 'text', shard: 'text', stream: 'text', key: 'text', factId: 'text' },
        ...{ recordRef: 'text', sender: 'text', kind: 'text', text: 'text', owedBy: 'text', owedTo: 'text' },
        ...{ urgency: 'text', startedAt: 'text', startsOn: 'text', warnAt: 'text', dueAt: 'text' },
        ...{
          computedDueAt: 'text',
          limitedBy: 'text',
          openedPosition: 'integer',
          lookAt: 'text',
          state: 'text',
          metAt: 'text',
          metPosition: 'integer',
          entryId: 'text',
        },
      },
      primaryKey: ['dutyId'],
      indexes: [
        ['shard', 'state', 'lookAt'],
        ['shard', 'state', 'metPosition'],
        ['owedBy', 'state', 'dueAt', 'dutyId'],
        // whole, since a planner without statistics would rather go through all that an authority owes
        ['stream', 'owedBy', 'state', 'dueAt', 'dutyId'],
        ['entryId'],
      ],
      sight: [{ column: 'owedBy' }, { column: 'owedTo' }],
    },
    {
      name: 'clockRuns',
      columns: {
        ...{
          runId: 'text',
          dutyId: 'text',
          shard: 'text',
          warnedAt: 'text',
          lateAt: 'text',
          metLateAt: 'text',
        },
        ...{ steps: 'integer', nextAt: 'text', pausedAt: 'text' },
      },
      primaryKey: ['runId'],
      indexes: [['shard', 'nextAt'], ['dutyId']],
      sight: [{ table: 'clocks', on: ['dutyId'], column: 'owedBy' }],
    },
    {
      name: 'awaited',
      columns: {
        ...{
          entryId: 'text',
          shard: 'text',
          factId: 'text',
          stream: 'text',
          authority: 'text',
          sender: 'text',
        },
        ...{ patience: 'text', toldAt: 'text', position: 'integer', state: 'text' },
      },
      primaryKey: ['entryId'],
      indexes: [['shard', 'state', 'patience', 'toldAt'], ['stream']],
      sight: [{ column: 'sender' }, { column: 'authority' }],
    },
  ],
};

/** A row of `clocks`. `computedDueAt`: the date as its rule gives it; `dueAt` may have been moved by a pause. */
export type ClockRow = Readonly<{
  dutyId: string;
  runId: string;
  shard: string;
  stream: string;
  key: string;
  factId: string;
  recordRef: string | null;
  sender: string;
  kind: string;
  text: string;
  owedBy: string;
  owedTo: string | null;
  urgency: Urgency;
  startedAt: string;
  /** London date of the start. */
  startsOn: string;
  warnAt: string;
  dueAt: string;
  computedDueAt: string;
  limitedBy: Limit;
  openedPosition: number;
  /** Nothing is to be done before: a clock that is late for long costs no look until its next step. */
  lookAt: string;
  /** `history`: late for a week when the exchange first heard of it, so that nobody is to be told now. */
  state: 'open' | 'met' | 'void' | 'history';
  metAt: string | null;
  /** Of the fact that met it. */
  metPosition: number | null;
  /** Whoever takes this mailbox entry on has met the duty. */
  entryId: string | null;
}>;

/** A row of `clockRuns`: how far the clock of a duty has run towards one date. */
export type ClockRunRow = Readonly<{
  runId: string;
  dutyId: string;
  shard: string;
  warnedAt: string | null;
  lateAt: string | null;
  metLateAt: string | null;
  steps: number;
  nextAt: string | null;
  pausedAt: string | null;
}>;

/** A row of `awaited`: a recipient that has not taken a notice on yet. */
export type AwaitedRow = Readonly<{
  entryId: string;
  shard: string;
  factId: string;
  stream: string;
  authority: string;
  sender: string;
  patience: Patience;
  toldAt: string;
  position: number;
  state: 'waiting' | 'over';
}>;
