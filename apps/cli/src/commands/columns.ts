import { addDays, isInstant, londonDateOf, londonTimeOf } from '@ibex/kernel';
import { renderRows } from '../output';
import type { Format, Shown } from '../output';

/** A column for people (table) and spreadsheets (csv). `isDeadline`: an instant from which something is late. */
export type Column = Readonly<{ header: string; of: (item: Shown) => unknown; isDeadline?: true }>;

/** By the clock in London, to the minute. */
const writtenInstant = (instant: string): string => `${londonDateOf(instant)} ${londonTimeOf(instant)}`;

/** Late from midnight on means: due by the end of the day before. */
const writtenDeadline = (instant: string): string =>
  londonTimeOf(instant) === '00:00'
    ? `end of ${addDays(londonDateOf(instant), -1)}`
    : writtenInstant(instant);

const forPeople = (value: unknown, { isDeadline }: Column): unknown => {
  if (typeof value !== 'string' || !isInstant(value)) return value;
  return isDeadline ? writtenDeadline(value) : writtenInstant(value);
};

/** json: everything that the exchange answered. csv: the columns, times in UTC. table: the columns, times in London. */
export const renderColumns = (
  items: readonly Shown[],
  columns: readonly Column[],
  format: Format,
): string => {
  const headers = columns.map(({ header }) => header);
  if (format === 'json') return renderRows(items, headers, format);
  const cell = (column: Column, item: Shown): unknown =>
    format === 'table' ? forPeople(column.of(item), column) : column.of(item);
  const rows = items.map((item) =>
    Object.fromEntries(columns.map((column) => [column.header, cell(column, item)])),
  );
  return renderRows(rows, headers, format);
};
