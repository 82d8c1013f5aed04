import type { ViewSchema } from '@ibex/kernel';

/** What is set aside and what is replayed, by subscription; holds nothing of a child. */
export const MENDING_SCHEMA: ViewSchema = {
  name: 'mending',
  version: 1,
  tables: [
    {
      name: 'aside_entries',
      columns: {
        subscriptionId: 'text',
        sequence: 'integer',
        authority: 'text',
        entryId: 'text',
        reason: 'text',
        status: 'integer',
        setAsideAt: 'text',
        state: 'text',
        changedPosition: 'integer',
      },
      primaryKey: ['subscriptionId', 'sequence'],
      indexes: [['state']],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'replays',
      columns: {
        replayId: 'text',
        subscriptionId: 'text',
        authority: 'text',
        fromSequence: 'integer',
        toSequence: 'integer',
        orderedAt: 'text',
        state: 'text',
      },
      primaryKey: ['replayId'],
      indexes: [['state']],
      sight: [{ column: 'authority' }],
    },
  ],
};

export type AsideRow = Readonly<{
  subscriptionId: string;
  sequence: number;
  authority: string;
  entryId: string;
  reason: string;
  status: number | null;
  setAsideAt: string;
  state: 'set-aside' | 'redriven' | 'taken';
  /** Of the fact that made the state: tells one order to send it once more from the next. */
  changedPosition: number;
}>;

export type ReplayRow = Readonly<{
  replayId: string;
  subscriptionId: string;
  authority: string;
  fromSequence: number;
  toSequence: number;
  orderedAt: string;
  state: 'open' | 'finished';
}>;
