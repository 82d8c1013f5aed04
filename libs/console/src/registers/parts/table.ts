import { csvLine } from '@ibex/kernel';

/** A number, words, or `c` for what is suppressed. */
export type TableCell = string | number;
/** The content of a chart, for reading, for a screen reader and for a file. */
export type ChartTable = Readonly<{
  /** Names it among the tables of its page. */
  id: string;
  caption: string;
  columns: readonly Readonly<{ text: string; isNumeric?: boolean }>[];
  rows: readonly (readonly TableCell[])[];
}>;

/** The table as a file; `notes` are lines before it that say what it is. */
export const csvOfTable = ({ caption, columns, rows }: ChartTable, notes: readonly string[]): string =>
  [
    ...[caption, ...notes].map((note) => csvLine([note])),
    csvLine([]),
    csvLine(columns.map(({ text }) => text)),
    ...rows.map((row) => csvLine(row)),
  ].join('');
