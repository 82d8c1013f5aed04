import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Options } from 'csv-parse';
import { ImportFault } from '../import-fault';

/** `line`: where the row begins, counted as an editor does; the header row is line 1. */
export type CsvRow = Readonly<{ line: number; cells: readonly string[] }>;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The parser's own words are not passed on: they may quote the file. */
const toFault = (error: unknown, where: string): unknown =>
  error instanceof CsvError
    ? new ImportFault(
        'imports/not-csv',
        `${where}: this is not CSV; a quotation mark may have been left open`,
      )
    : error;

/** The rows of CSV text whose line ends are LF. Blank rows are passed over. Holds a few rows at a time. */
export async function* csvRows(text: AsyncIterable<string>, fileName: string): AsyncGenerator<CsvRow> {
  let lastLine = 0;
  const toRow = (cells: readonly string[], { lines }: Readonly<{ lines: number }>): CsvRow | null => {
    const line = lastLine + 1;
    lastLine = lines;
    return isBlank(cells) ? null : { line, cells };
  };
  const options: Options<CsvRow, string[]> = {
    relax_column_count: true,
    relax_quotes: true,
    on_record: toRow,
  };
  const parser = parse(options as unknown as Options);
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* source.pipe(parser) as AsyncIterable<CsvRow>;
  } catch (error) {
    throw toFault(error, `${fileName}, line ${lastLine + 1}`);
  } finally {
    source.destroy();
  }
}
