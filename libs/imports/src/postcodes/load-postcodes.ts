import { basename } from 'node:path';
import type { PostcodeDirectory } from '@ibex/kernel';
import { bytesOf } from '../csv/bytes-of-file';
import { csvRows } from '../csv/csv-rows';
import type { CsvRow } from '../csv/csv-rows';
import { decodedText, encodingOf } from '../csv/decoded-text';
import { ImportFault } from '../import-fault';
import { postcodeEntry, tableLayoutOf } from './table-layout';
import type { TableLayout } from './table-layout';

const ROWS_AT_A_TIME = 5_000;
type Entry = readonly [postcode: string, gss: string];

/** `loaded`: entries stored. `passedOver`: rows without a postcode or an authority, such as the Isle of Man's. */
export type PostcodesLoaded = Readonly<{ loaded: number; passedOver: number }>;
type Tally = { passedOver: number };

/** Entries of a table, whatever its layout, some thousands at a time. */
export async function* postcodeEntries(
  rows: AsyncIterable<CsvRow>,
  tally: Tally,
): AsyncGenerator<readonly Entry[]> {
  let layout: TableLayout | undefined;
  let batch: Entry[] = [];
  for await (const { cells } of rows) {
    const isHeader = layout === undefined;
    layout ??= tableLayoutOf(cells);
    if (isHeader && layout.hasHeader) continue;
    const entry = postcodeEntry(cells, layout);
    if (entry) batch.push(entry);
    else tally.passedOver += 1;
    if (batch.length >= ROWS_AT_A_TIME) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Loads a postcode-to-authority table into the directory: the ONS Postcode Directory, or any CSV of postcode and ONS
 * code, plain or gzipped. Throws `imports/no-postcodes` where the file holds none.
 */
export const loadPostcodes = async (path: string, directory: PostcodeDirectory): Promise<PostcodesLoaded> => {
  const encoding = await encodingOf(await bytesOf(path));
  const rows = csvRows(decodedText(await bytesOf(path), encoding), basename(path));
  const tally: Tally = { passedOver: 0 };
  const loaded = await directory.load(postcodeEntries(rows, tally));
  if (loaded > 0) return { loaded, passedOver: tally.passedOver };
  throw new ImportFault(
    'imports/no-postcodes',
    `${basename(path)} holds no row with a postcode and the ONS code of an authority (such as E09000008)`,
  );
};
