import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolders } from '@ibex/testing';
import { SqliteEventStore } from '../log/sqlite-event-store';
import { ViewsFile } from '../views/views-file';

const newFolder = temporaryFolders();
const FACTS = 40;

const open: Readonly<{ close(): Promise<void> }>[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const logAt = async (file: string, company?: 'has a neighbour'): Promise<SqliteEventStore> => {
  const log = await SqliteEventStore.open(file, company);
  open.push(log);
  return log;
};
const viewsBeside = async (file: string): Promise<ViewsFile> => {
  const views = (await ViewsFile.open(join(newFolder(), 'views.sqlite'), file)).join();
  open.push({ close: () => views.leave() });
  return views;
};

const fillLog = async (log: SqliteEventStore): Promise<void> => {
  for (let n = 0; n < FACTS; n += 1)
    await log.append(`placement-${String(n)}`, 'none', [
      {
        ...{ id: `fact-${String(n)}`, type: 'PlacementNotified', data: {} },
        metadata: {
          ...{ commandId: `c-${String(n)}`, commandDigest: 'd', correlationId: 'c', schemaVersion: 1 },
          actor: { authority: 'E09000007', person: 'p-1', role: 'placing-practitioner' },
        },
        recordedAt: '2026-03-02T09:00:00.000Z',
      },
    ]);
};

/** Of the file alone, without its write-ahead log. */
const factsIn = (file: string): number => {
  const copy = join(newFolder(), 'copy.sqlite');
  copyFileSync(file, copy);
  const database = new DatabaseSync(copy, { readOnly: true });
  try {
    // not even the table is there while everything stands in the write-ahead log
    const isLaidOut = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'facts'").get();
    return isLaidOut ? Number(database.prepare('SELECT count(*) AS n FROM facts').get()?.['n']) : 0;
  } finally {
    database.close();
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a log', () => {
  it('is brought into its file by its neighbour, however little has come', async () => {
    const file = join(newFolder(), 'log.sqlite');
    const log = await logAt(file, 'has a neighbour');
    await viewsBeside(file);
    await fillLog(log);
    const until = Date.now() + 10_000;
    while (factsIn(file) < FACTS && Date.now() < until) await pause(50);
    expect(factsIn(file)).toBe(FACTS);
  });

  it('that has none keeps it in the write-ahead log until that is long, and nothing is lost at the end', async () => {
    const file = join(newFolder(), 'log.sqlite');
    const log = await logAt(file);
    await fillLog(log);
    await pause(600);
    expect(factsIn(file)).toBe(0);
    await log.close();
    expect(factsIn(file)).toBe(FACTS);
  });

  it('is whole when its neighbour leaves last', async () => {
    const file = join(newFolder(), 'log.sqlite');
    const log = await logAt(file, 'has a neighbour');
    const views = await viewsBeside(file);
    await fillLog(log);
    await log.close();
    await views.leave();
    expect(await (await logAt(file)).head()).toBe(FACTS - 1);
  });
});
