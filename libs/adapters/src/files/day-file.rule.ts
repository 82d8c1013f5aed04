import { csvLine, londonDateOf, londonTimeOf } from '@ibex/kernel';
import type { BatchedEntry, CsvValue } from '@ibex/kernel';

/** What the rows say beyond the entries themselves. */
export type RowWords = Readonly<{ authorityName(gss: string): string; toAddress(link: string): string }>;

const BYTE_ORDER_MARK = '\ufeff';
const HEADER = csvLine([
  ...['entry', 'type', 'urgency', 'from authority'],
  ...['recorded at (London)', 'due at (London)', 'link'],
]);
const START = BYTE_ORDER_MARK + HEADER;
const NUMBERED = /^(\d{1,15}),/;

const londonClock = (instant: string): string => `${londonDateOf(instant)} ${londonTimeOf(instant)}`;
// one line is one row, whatever is in it: a file can then be put together without parsing its cells
const oneLine = (text: string): string => text.replace(/[\s\u0085]+/g, ' ');

const toRow = (entry: BatchedEntry, words: RowWords): string => {
  const { sequence, kind, urgency, from, recordedAt, dueAt, link } = entry;
  const cells: readonly CsvValue[] = [
    ...[sequence, oneLine(kind), urgency, oneLine(words.authorityName(from))],
    ...[londonClock(recordedAt), dueAt === undefined ? null : londonClock(dueAt), words.toAddress(link)],
  ];
  return csvLine(cells);
};

/** Rows by number of the entry. */
export type DayRows = ReadonlyMap<number, string>;

/** Undefined: not a file of ours, or no longer as one was written. */
export const readRows = (text: string): DayRows | undefined => {
  if (!text.startsWith(START) || !text.endsWith('\r\n')) return undefined;
  const lines = text.slice(START.length).split('\r\n').slice(0, -1);
  const rows = lines.map((line) => [Number(NUMBERED.exec(line)?.[1]), `${line}\r\n`] as const);
  return rows.some(([number]) => Number.isNaN(number)) ? undefined : new Map(rows);
};

/** All that was there, and what is new; an entry that is there already stays as it is. */
export const withEntries = (rows: DayRows, entries: readonly BatchedEntry[], words: RowWords): string => {
  const added = entries.map((entry) => [entry.sequence, toRow(entry, words)] as const);
  const all = new Map([...added, ...rows]);
  return (
    START +
    [...all]
      .sort(([one], [other]) => one - other)
      .map(([, row]) => row)
      .join('')
  );
};
