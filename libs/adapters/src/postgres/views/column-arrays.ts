import type { ColumnType, ColumnValue, Row, TableSchema } from '@ibex/kernel';

export const typeOf = (table: TableSchema, column: string): ColumnType => table.columns[column] ?? 'text';

const NEEDS_ESCAPE = /["\\]/;
const NUL = '\u0000';

/** PostgreSQL keeps no NUL in a text. */
export const storable = (text: string): string =>
  text.includes(NUL) ? text.replaceAll(NUL, '\uFFFD') : text;

const textElement = (value: ColumnValue | undefined): string => {
  if (value === null || value === undefined) return 'NULL';
  const text = storable(String(value));
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
};
const numberElement = (value: ColumnValue | undefined): string =>
  value === null || value === undefined ? 'NULL' : String(value);

/** One column of many rows as an array literal: far quicker than letting the client escape an array of values. */
export const columnArray = (rows: readonly Row[], column: string, type: ColumnType): string => {
  const element = type === 'text' ? textElement : numberElement;
  return `{${rows.map((row) => element(row[column])).join(',')}}`;
};

export const ARRAY_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text[]',
  integer: 'bigint[]',
  real: 'double precision[]',
};
