import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { ImportFault } from '../import-fault';

/** `line`: where the row begins, counted as an editor does; the header row is line 1. */
export type CsvRow = Readonly<{ line: number; cells: readonly string[] }>;

type Parsed = Readonly<{ record: readonly string[]; info: Readonly<{ lines: number }> }>;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The rows of CSV text whose line ends are LF. Blank rows are passed over. Holds one row at a time. */
export async function* csvRows(text: AsyncIterable<string>, fileName: string): AsyncGenerator<CsvRow> {
  const parser = parse({ info: true, relax_column_count: true, relax_quotes: true });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  let lastLine = 0;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      const line = lastLine + 1;
      lastLine = info.lines;
      if (!isBlank(record)) yield { line, cells: record };
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_'))
      throw error;
    const where = `${fileName}, after line ${lastLine}`;
    throw new ImportFault(
      'imports/not-csv',
      `${where}: this is not CSV; a quotation mark may have been left open`,
    );
  } finally {
    source.destroy();
  }
}
