import type { ColumnValue, Row } from '@ibex/kernel';
import { storable } from './column-arrays';

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const field = (value: ColumnValue | undefined): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  const text = storable(value);
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found) : text;
};

/** Rows in the text form of COPY (PostgreSQL 15, COPY, File Formats). */
export const copyText = (rows: readonly Row[], columns: readonly string[]): string => {
  let text = '';
  for (const row of rows) {
    let line = '';
    for (const column of columns) line += line === '' ? field(row[column]) : `\t${field(row[column])}`;
    text += `${line}\n`;
  }
  return text;
};
