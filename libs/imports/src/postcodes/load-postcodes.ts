import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PostcodeDirectory } from '@ibex/kernel';
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

const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

const damaged = (cause: unknown): never => {
  throw new ImportFault('imports/not-gzip', 'the gzipped table is damaged or cut short', { cause });
};

/** The platform's own stream unpacks gzip. What is wrong with the file is thrown by `read`. */
async function* unzipped(bytes: Readable): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const fed = pipeline(bytes, Writable.fromWeb(writable)).catch(() => undefined);
  const reader = readable.getReader();
  const next = (): ReturnType<typeof reader.read> => reader.read().catch(damaged);
  for (let part = await next(); !part.done; part = await next()) yield part.value;
  await fed;
}

/** Told by the first bytes, not by the file's name. */
const bytesOf = async (path: string): Promise<AsyncIterable<Uint8Array>> => {
  const bytes = createReadStream(path);
  return (await isGzip(path)) ? unzipped(bytes) : bytes;
};

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
