import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportFault } from '../import-fault';
import { bytesOf } from './bytes-of-file';
import { csvRows } from './csv-rows';
import { decodedText, encodingOf } from './decoded-text';

/** `header`: names of the columns as the file has them, trimmed. `records`: its rows, each cell trimmed, in their order. */
export type CsvFile = Readonly<{ header: readonly string[]; records: readonly (readonly string[])[] }>;

/** Reads a whole CSV, plain or gzipped, into memory. Throws `imports/file-missing`, `imports/not-csv`, `imports/not-gzip`. */
export const readCsvFile = async (path: string): Promise<CsvFile> => {
  const name = basename(path);
  if (!existsSync(path)) throw new ImportFault('imports/file-missing', `there is no file ${name}`);
  const encoding = await encodingOf(await bytesOf(path));
  const rows: (readonly string[])[] = [];
  for await (const { cells } of csvRows(decodedText(await bytesOf(path), encoding), name))
    rows.push(cells.map((cell) => cell.trim()));
  const [header, ...records] = rows;
  if (header) return { header, records };
  throw new ImportFault('imports/not-csv', `${name} is empty; its first line must name its columns`);
};
