import { ImportFault } from '../import-fault';
import type { CsvRow } from './csv-rows';

/** A row by column name. A column that the file has not is empty text; columns that nobody asked for are not kept. */
export type TableRow<C extends string> = Readonly<{ line: number; values: Readonly<Record<C, string>> }>;

export type Columns<C extends string> = Readonly<{ required: readonly C[]; optional: readonly C[] }>;

/** Headers are compared without case, spaces, dots, hyphens and underscores: `Pl Post` is `PL_POST`. */
export const plainName = (name: string): string => name.replace(/[^a-z0-9]/gi, '').toLowerCase();

const placesOf = <C extends string>(
  columns: Columns<C>,
  header: readonly string[],
  fileName: string,
): readonly (readonly [C, number])[] => {
  const plain = header.map(plainName);
  const places = [...columns.required, ...columns.optional].map(
    (column) => [column, plain.indexOf(plainName(column))] as const,
  );
  const missing = columns.required.filter((column) => !plain.includes(plainName(column)));
  if (missing.length === 0) return places;
  throw new ImportFault(
    'imports/column-missing',
    `${fileName} has no column ${missing.join(', ')}. Its first line must name its columns; it names ${String(header.length)}.`,
  );
};

/** Reads by header, so that order and extra columns do not matter. Throws `imports/column-missing` before any row. */
export async function* tableRows<C extends string>(
  rows: AsyncIterable<CsvRow>,
  columns: Columns<C>,
  fileName: string,
): AsyncGenerator<TableRow<C>> {
  let places: readonly (readonly [C, number])[] | undefined;
  for await (const { line, cells } of rows) {
    if (!places) {
      places = placesOf(columns, cells, fileName);
      continue;
    }
    const values = Object.fromEntries(places.map(([column, at]) => [column, (cells[at] ?? '').trim()]));
    yield { line, values: values as Record<C, string> };
  }
  if (!places) placesOf(columns, [], fileName);
}
