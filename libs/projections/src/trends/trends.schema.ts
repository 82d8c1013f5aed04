import type { ViewSchema } from '@ibex/kernel';

/** One thing that is counted. Months count from the year nought. */
export type TrendEventRow = Readonly<{
  begins: number;
  topic: string;
  item: string;
  month: number;
  authority: string;
  recordRef: string | null;
  outcome: string;
}>;

/** What the child of a record is counted as, and nothing else of it: two codes and the month of birth. */
export type TrendChildRow = Readonly<{
  recordRef: string;
  sex: string;
  ethnicity: string;
  bornIn: number | null;
}>;

/** Records that are restricted are counted nowhere. */
export type TrendHiddenRow = Readonly<{ recordRef: string; labels: string }>;

export type TrendTables = Readonly<{
  trendEvents: TrendEventRow;
  trendChildren: TrendChildRow;
  trendHidden: TrendHiddenRow;
}>;

/** No reader sees a row of any of it, only counts that were suppressed and rounded. */
export const TRENDS_SCHEMA: ViewSchema = {
  name: 'trends',
  version: 1,
  tables: [
    {
      name: 'trendEvents',
      columns: {
        begins: 'integer',
        topic: 'text',
        item: 'text',
        month: 'integer',
        authority: 'text',
        recordRef: 'text',
        outcome: 'text',
      },
      primaryKey: ['begins', 'topic', 'item'],
      indexes: [['topic', 'month']],
    },
    {
      name: 'trendChildren',
      columns: { recordRef: 'text', sex: 'text', ethnicity: 'text', bornIn: 'integer' },
      primaryKey: ['recordRef'],
    },
    {
      name: 'trendHidden',
      columns: { recordRef: 'text', labels: 'text' },
      primaryKey: ['recordRef'],
    },
  ],
};
