import type { ViewSchema } from '@ibex/kernel';

/** What an authority posted last of one notification type. Instants UTC; `lastOn`: London date of recording. */
export type PostingRow = Readonly<{
  authority: string;
  notification: string;
  lastAt: string;
  lastOn: string;
  /** When the last posting claims that it happened, instant or London date. */
  lastOccurredAt: string;
}>;

/** One row per London date on which something was posted: what the rhythm is learned from. */
export type PostingDayRow = Readonly<{ authority: string; notification: string; day: string }>;

/** The silence of a feed that is on record, the latest; `over` 0 or 1. */
export type SilenceRow = Readonly<{
  authority: string;
  notification: string;
  /** The last posting before it, UTC. */
  lastPostedAt: string;
  /** First London date on which it was later than its rhythm allows. */
  since: string;
  recordedAt: string;
  over: number;
}>;

export type PostingTables = Readonly<{
  postings: PostingRow;
  postingDays: PostingDayRow;
  postingSilences: SilenceRow;
}>;

const FEED = { authority: 'text', notification: 'text' } as const;
/** What others may know of a feed is less than what stands in its rows: they are read by the service alone. */
const OWN = [{ column: 'authority' }] as const;

export const POSTINGS_SCHEMA: ViewSchema = {
  name: 'postings',
  version: 1,
  tables: [
    {
      name: 'postings',
      columns: { ...FEED, lastAt: 'text', lastOn: 'text', lastOccurredAt: 'text' },
      primaryKey: ['authority', 'notification'],
      sight: OWN,
    },
    {
      name: 'postingDays',
      columns: { ...FEED, day: 'text' },
      primaryKey: ['authority', 'notification', 'day'],
      sight: OWN,
    },
    {
      name: 'postingSilences',
      columns: { ...FEED, lastPostedAt: 'text', since: 'text', recordedAt: 'text', over: 'integer' },
      primaryKey: ['authority', 'notification'],
      sight: OWN,
    },
  ],
};
