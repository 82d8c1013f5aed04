import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExchangeClient } from '../exchange/exchange-client.port';
import { RowStore } from '../plan/row-store';
import { ReportBook } from '../report/import-report';
import type { ImportReport } from '../report/import-report';
import type { ImportOptions, StoredRecord } from './import-options';
import { postReturn } from './post-return';
import { readReturn } from './read-return';
import { findReturnFiles } from './return-files';
import type { FoundFiles } from './return-files';
import { ReturnSurvey } from './return-survey';
import type { ReturnRow } from './rows';

const MEMORY_BYTES = 4 * 1024 * 1024;

const bytesOf = async (folder: string, { header, episodes, missing }: FoundFiles): Promise<number> => {
  const names = [header, episodes, ...(missing === undefined ? [] : [missing])];
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name))));
  return sizes.reduce((total, { size }) => total + size, 0);
};

const putHeld = async (store: RowStore<StoredRecord>, client: ExchangeClient): Promise<void> => {
  for await (const placement of client.ownPlacements()) await store.put(placement.localId, placement);
  for await (const episode of client.ownMissing()) await store.put(episode.localId, episode);
};

/**
 * Reads header, episodes and missing of an SSDA903 return and tells the exchange what concerns other authorities and
 * is not told yet. Good rows go in although others are refused. Throws ImportFault where the return as a whole cannot
 * be read, before anything is posted.
 */
export const importSsda903 = async (options: ImportOptions): Promise<ImportReport> => {
  const began = performance.now();
  const { folder, client, postcodes, dryRun = false, memoryBytes = MEMORY_BYTES } = options;
  const files = findReturnFiles(basename(folder), await readdir(folder));
  const book = new ReportBook(files);
  const survey = new ReturnSurvey();
  const parts = Math.min(256, Math.max(1, Math.ceil((await bytesOf(folder, files)) / memoryBytes)));
  const store = await RowStore.open<StoredRecord>(parts);
  try {
    const take = async (row: ReturnRow): Promise<void> => {
      survey.see(row);
      if (survey.rows % 1000 === 0) options.onProgress?.({ step: 'reading', done: survey.rows });
      await store.put(row.child, row);
    };
    await readReturn({ folder, files, book, take });
    await putHeld(store, client);
    await postReturn(options, { store, book, survey });
  } finally {
    await store.close();
  }
  return book.close({
    authority: options.authority,
    dryRun,
    postcodesLoaded: (await postcodes?.size()) ?? 0,
    seconds: Math.round(performance.now() - began) / 1000,
  });
};
