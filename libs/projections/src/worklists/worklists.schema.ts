import type { ViewSchema } from '@ibex/kernel';
import type { WorklistName } from './worklists.lists';

/** One thing to do about one notice, on one list of one authority. Done, void or over: the row is gone. */
export type WorklistRow = Readonly<{
  /** Where in the log the notice begins. */
  begins: number;
  /** The duty's key, or `episode`. */
  item: string;
  list: WorklistName;
  authority: string;
  notification: string;
  kind: string;
  stream: string;
  recordRef: string | null;
  /** Another record that it tells of: where that one is restricted, it is not for this authority to see. */
  alsoAbout: string | null;
  owner: string;
  /** The other side: who owes it or to whom it is owed, or who is responsible for a missing child. */
  other: string | null;
  /** In a practitioner's words; of a duty. */
  text: string | null;
  /** Instant or London date from which it counts. */
  since: string;
  dueAt: string | null;
  /** The date is a service target: law gives none. */
  isTarget: number;
  restricted: number;
  /** Id of the duty's clock, and of the mailbox entry that meets it when it is taken on. */
  clock: string | null;
  entryId: string | null;
}>;

/** An episode that an authority was told of, so that it can see how often a child went missing. */
export type KnownEpisodeRow = Readonly<{
  begins: number;
  authority: string;
  recordRef: string;
  startedOn: string;
}>;

/** When an authority last assessed the risk of exploitation to a child, as one concern says. */
export type AssessmentRow = Readonly<{
  begins: number;
  authority: string;
  recordRef: string;
  assessedOn: string;
}>;

/** Two records that are linked as one child's. */
export type SameChildRow = Readonly<{ begins: number; recordRef: string; other: string }>;

/** The month in which a child turns eighteen, `2027-03`: all that is kept of the date of birth, which is sealed. */
export type EighteenRow = Readonly<{ recordRef: string; owner: string; eighteenIn: string }>;

export type WorklistTables = Readonly<{
  worklistItems: WorklistRow;
  worklistEpisodes: KnownEpisodeRow;
  worklistEighteens: EighteenRow;
  worklistAssessments: AssessmentRow;
  worklistSameChild: SameChildRow;
}>;

export const WORKLISTS_SCHEMA: ViewSchema = {
  name: 'worklists',
  version: 5,
  tables: [
    {
      name: 'worklistItems',
      columns: {
        begins: 'integer',
        item: 'text',
        list: 'text',
        authority: 'text',
        notification: 'text',
        kind: 'text',
        stream: 'text',
        recordRef: 'text',
        alsoAbout: 'text',
        owner: 'text',
        other: 'text',
        text: 'text',
        since: 'text',
        dueAt: 'text',
        isTarget: 'integer',
        restricted: 'integer',
        clock: 'text',
        entryId: 'text',
      },
      primaryKey: ['begins', 'item', 'list', 'authority'],
      indexes: [
        // by these alone lists are counted and put in order
        ['authority', 'list', 'since', 'begins', 'item', 'recordRef', 'alsoAbout'],
        ['authority', 'list', 'dueAt', 'begins', 'item', 'recordRef', 'alsoAbout', 'since'],
        ['clock'],
        ['entryId'],
        ['recordRef', 'authority'],
      ],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'worklistEpisodes',
      columns: { begins: 'integer', authority: 'text', recordRef: 'text', startedOn: 'text' },
      primaryKey: ['begins', 'authority'],
      indexes: [['recordRef', 'authority', 'startedOn']],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'worklistEighteens',
      columns: { recordRef: 'text', owner: 'text', eighteenIn: 'text' },
      primaryKey: ['recordRef'],
      inKeyOrder: true,
      sight: [{ column: 'owner' }, { table: 'worklistItems', on: ['recordRef'], column: 'authority' }],
    },
    {
      name: 'worklistAssessments',
      columns: { begins: 'integer', authority: 'text', recordRef: 'text', assessedOn: 'text' },
      primaryKey: ['begins', 'authority'],
      indexes: [['recordRef', 'authority', 'assessedOn']],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'worklistSameChild',
      columns: { begins: 'integer', recordRef: 'text', other: 'text' },
      primaryKey: ['begins', 'recordRef'],
      indexes: [['recordRef']],
      sight: [{ table: 'worklistItems', on: ['recordRef'], column: 'authority' }],
    },
  ],
};
