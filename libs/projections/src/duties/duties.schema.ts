import type { ViewSchema } from '@ibex/kernel';

/** One row per duty: a stream, by where it begins in the log, and a key. Instants and dates as text; `otherStarts` is JSON. */
export type DutyRow = Readonly<{
  begins: number;
  stream: string;
  key: string;
  /** Id of the duty's clock. */
  clock: string;
  notification: string;
  recordRef: string | null;
  /** Authority whose record it is. */
  owner: string;
  kind: string;
  text: string;
  owedBy: string;
  owedTo: string | null;
  startedAt: string;
  otherStarts: string;
  dueAt: string | null;
  targetAt: string | null;
  provisional: number;
  source: string;
  metAt: string | null;
  /** Whoever takes this mailbox entry on has met the duty. */
  entryId: string | null;
  /** Why the date is not the one that its rule gave: `paused` or `bank-holiday`. */
  movedBecause: string | null;
  voidBecause: string | null;
  /** `dueAt`, else `targetAt`, else after everything that has a date. */
  sortAt: string;
}>;
export type DutyTables = Readonly<{ duties: DutyRow }>;

export const DUTIES_SCHEMA: ViewSchema = {
  name: 'duties',
  version: 7,
  tables: [
    {
      name: 'duties',
      columns: {
        begins: 'integer',
        stream: 'text',
        key: 'text',
        clock: 'text',
        notification: 'text',
        recordRef: 'text',
        owner: 'text',
        kind: 'text',
        text: 'text',
        owedBy: 'text',
        owedTo: 'text',
        startedAt: 'text',
        otherStarts: 'text',
        dueAt: 'text',
        targetAt: 'text',
        provisional: 'integer',
        source: 'text',
        metAt: 'text',
        entryId: 'text',
        movedBecause: 'text',
        voidBecause: 'text',
        sortAt: 'text',
      },
      primaryKey: ['begins', 'key'],
      indexes: [
        ...[['owedBy', 'sortAt'], ['owedTo', 'sortAt'], ['clock'], ['entryId'], ['stream']],
        // what is late or open is a small part of all that was ever owed
        ...[
          ['owedBy', 'voidBecause', 'metAt', 'sortAt'],
          ['owedTo', 'voidBecause', 'metAt', 'sortAt'],
        ],
      ],
      sight: [{ column: 'owedBy' }, { column: 'owedTo' }],
    },
  ],
};
