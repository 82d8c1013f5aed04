import { join } from 'node:path';
import { csvRows } from '../csv/csv-rows';
import { textOfFile } from '../csv/decoded-text';
import { tableRows } from '../csv/table';
import type { Columns, TableRow } from '../csv/table';
import type { ReportBook } from '../report/import-report';
import { CODE_SETS, isCodeOfYear } from './code-sets';
import type { CodedColumn } from './code-sets';
import { readEpisodeRow, readHeaderRow, readMissingRow } from './read-row';
import type { Checked } from './read-row';
import type { FoundFiles, ReturnFile } from './return-files';
import type { Fault } from './row-checks';
import { COLUMNS } from './rows';
import type { ReturnRow } from './rows';

type Reading<C extends string> = Readonly<{
  file: ReturnFile;
  columns: Columns<C>;
  read: (row: TableRow<C>) => Checked<ReturnRow>;
}>;

export type ReadTarget = Readonly<{
  folder: string;
  files: FoundFiles;
  book: ReportBook;
  /** Called with every good row, in the order of the files. */
  take: (row: ReturnRow) => Promise<void>;
}>;

/** Puts one fault of one row into the report. */
export const reportFault = (book: ReportBook, file: ReturnFile, row: number, fault: Fault): void => {
  book.refuse({ file: book.nameOf(file), kindOfFile: file, row, ...fault });
};

const isCoded = (column: string): column is CodedColumn => Object.hasOwn(CODE_SETS, column);

const noticeOldCodes = (
  { book, files }: ReadTarget,
  file: ReturnFile,
  { line, values }: TableRow<string>,
): void => {
  for (const [column, value] of Object.entries(values)) {
    if (!isCoded(column) || isCodeOfYear(column, value.toUpperCase(), files.year)) continue;
    const text = `${column} ${value} is not a code of the return of ${String(files.year)}; it is taken as it stands, here and in any further row.`;
    book.noticeOnce({ file: book.nameOf(file), row: line, kind: 'code of another year', text });
  }
};

const readFile = async <C extends string>(target: ReadTarget, reading: Reading<C>): Promise<void> => {
  const { file, columns, read } = reading;
  const name = target.files[file];
  if (name === undefined) return;
  const rows = csvRows(textOfFile(join(target.folder, name)), name);
  for await (const row of tableRows(rows, columns, name)) {
    target.book.row(file);
    const result = read(row);
    if ('row' in result) {
      noticeOldCodes(target, file, row);
      await target.take(result.row);
    } else {
      target.book.fate(file, 'refused');
      result.faults.forEach((fault) => reportFault(target.book, file, row.line, fault));
    }
  }
};

/** Reads the files of a return one after the other, row by row: good rows to `take`, the others into the report. */
export const readReturn = async (target: ReadTarget): Promise<void> => {
  await readFile(target, { file: 'header', columns: COLUMNS.header, read: readHeaderRow });
  await readFile(target, { file: 'episodes', columns: COLUMNS.episodes, read: readEpisodeRow });
  await readFile(target, { file: 'missing', columns: COLUMNS.missing, read: readMissingRow });
};
