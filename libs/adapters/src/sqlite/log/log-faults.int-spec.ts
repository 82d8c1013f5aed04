import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '@ibex/kernel';
import { allOf, aNewFact, idsOf, someNewFacts, temporaryFolders } from '@ibex/testing';
import { SqliteKeyVault } from '../vault/sqlite-key-vault';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();
const newFile = (): string => join(newFolder(), 'log.sqlite');

/** A closed log of some facts. */
const aLog = async (count = 200): Promise<string> => {
  const file = newFile();
  const store = await SqliteEventStore.open(file);
  await store.append('placement-1', 'none', someNewFacts(count));
  await store.close();
  return file;
};

const expectRefused = async (file: string, fault: string, mend: RegExp): Promise<void> => {
  const outcome = await SqliteEventStore.open(file).then(
    async (store) => store.close().then(() => 'opened'),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(StoreUnavailable);
  expect(outcome).toMatchObject({ fault, message: expect.stringContaining(file) as string });
  expect(outcome).toHaveProperty('message', expect.stringMatching(mend));
};

/** Root may write anywhere, so the work runs as the ordinary user `nobody` when root runs the specs. */
const asOrdinaryUser = async (work: () => Promise<void>): Promise<void> => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
};

/** Another process that runs the real writer of the same file. */
const HOLDER = `
  const { Worker } = require('node:worker_threads');
  const [entry, tasks, file] = process.argv.slice(1);
  const worker = new Worker(entry, { workerData: { tasks, extension: '.ts', options: { file } } });
  worker.on('message', (message) => console.log(message.kind));
  setInterval(() => undefined, 1000);`;

const holdInAnotherProcess = async (file: string): Promise<{ kill(): Promise<void> }> => {
  const engine = join(__dirname, '..', 'engine', 'writer.entry.ts');
  const child = spawn(process.execPath, ['-e', HOLDER, engine, join(__dirname, 'log.tasks.ts'), file]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('ready');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
};

describe('a log that cannot be opened', () => {
  it('refuses a file that is not a database and leaves it as it was', async () => {
    const file = newFile();
    const text = 'Dear colleague, this is a letter and no log.\n'.repeat(100);
    writeFileSync(file, text);
    await expectRefused(file, 'store/not-a-store', /left untouched/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('refuses another programme’s database and leaves it as it was', async () => {
    const file = newFile();
    const foreign = new DatabaseSync(file);
    foreign.exec(
      'CREATE TABLE facts (position INTEGER); PRAGMA application_id = 7; INSERT INTO facts VALUES (1)',
    );
    foreign.close();
    const before = readFileSync(file);
    await expectRefused(file, 'store/not-a-store', /left untouched/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses another of our own files under the log’s name', async () => {
    const file = newFile();
    const vault = await SqliteKeyVault.open({ file, masterKey: new Uint8Array(32) });
    await vault.close();
    await expectRefused(file, 'store/not-a-store', /not a file of this kind/);
  });

  it('refuses a layout that a later release wrote', async () => {
    const file = await aLog(1);
    const later = new DatabaseSync(file);
    later.exec('PRAGMA user_version = 99');
    later.close();
    await expectRefused(file, 'store/not-a-store', /layout 99.*release that wrote it/);
  });

  it('refuses a log with overwritten pages', async () => {
    const file = await aLog();
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(12_288, 0xa5), 0, 12_288, 4096);
    closeSync(descriptor);
    await expectRefused(file, 'store/damaged', /restore a backup/);
  });

  it('refuses a log that was cut short', async () => {
    const file = await aLog();
    truncateSync(file, 12_288);
    await expectRefused(file, 'store/damaged', /keep the file as it is/);
  });

  it('refuses a folder that it may not write, before anything is promised', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    await asOrdinaryUser(() =>
      expectRefused(join(folder, 'log.sqlite'), 'store/read-only', /right to write/),
    );
    chmodSync(folder, 0o755);
  });

  it('refuses a log that it may read but not write', async () => {
    const file = await aLog();
    chmodSync(join(file, '..'), 0o777);
    writeFileSync(`${file}.lock`, '');
    chmodSync(`${file}.lock`, 0o666);
    chmodSync(file, 0o444);
    await asOrdinaryUser(() => expectRefused(file, 'store/read-only', /right to write/));
  });

  it('refuses a folder that is not there, and a folder in the place of the file', async () => {
    await expectRefused(join(newFolder(), 'nowhere', 'log.sqlite'), 'store/failed', /make it first/);
    const file = newFile();
    mkdirSync(file);
    await expectRefused(file, 'store/read-only', /cannot be opened/);
  });

  it('refuses a file that this process has open already; the first goes on', async () => {
    const file = newFile();
    const first = await SqliteEventStore.open(file);
    await expectRefused(file, 'store/held-by-another-process', /stop that process/);
    await first.append('placement-1', 'none', [aNewFact('a')]);
    await first.close();
  });

  it('refuses a file that another process has open, and takes it once that process was killed', async () => {
    const file = await aLog(3);
    const holder = await holdInAnotherProcess(file);
    await expectRefused(file, 'store/held-by-another-process', /another process uses it/);
    await holder.kill();
    const store = await SqliteEventStore.open(file);
    expect(idsOf(await allOf(store.readAll()))).toEqual(['fact-0', 'fact-1', 'fact-2']);
    await store.close();
  });

  it('is there again, whole, when it is opened again', async () => {
    const file = await aLog(50);
    const store = await SqliteEventStore.open(file);
    const repeated = await store.append('placement-1', 'none', someNewFacts(50));
    expect(repeated.facts).toEqual(await store.readStream('placement-1'));
    const next = await store.append('placement-1', 49, [aNewFact('next')]);
    expect(next).toMatchObject({ position: 50, facts: [{ revision: 50, position: 50 }] });
    await store.close();
  });
});
