import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import { StoreUnavailable } from '@ibex/kernel';
import { allOf, aNewFact, idsOf, temporaryFolders } from '@ibex/testing';

const MAIN = join(__dirname, '..', '..', 'dist', 'test', 'stand-in-eventstoredb', 'main.js');
const newFolder = temporaryFolders();
jest.setTimeout(60_000);

const running: ChildProcess[] = [];

type Started = Readonly<{ child: ChildProcess; connectionString: string; control: string; port: string }>;

const start = async (folder: string, port = '0'): Promise<Started> => {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run npm run build first`);
  const child = spawn(process.execPath, [MAIN, '--port', port, '--folder', folder]);
  running.push(child);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const [, connectionString = '', control = ''] = /(esdb:\S+) control (\S+)/.exec(said.toString()) ?? [];
  return { child, connectionString, control, port: /:(\d+)\?/.exec(connectionString)?.[1] ?? '' };
};

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

afterEach(async () => {
  for (const child of running.splice(0)) await kill(child);
});

describe('the stand-in as a process', () => {
  it('comes back from a kill with everything it acknowledged, and writers and readers go on', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const store = new EventStoreDbStore({ connectionString: first.connectionString, deadlineMs: 1000 });
    const acknowledged: string[] = [];
    let isRunning = true;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let turn = 0; isRunning; turn += 1) {
        const id = `${writer}-${turn}`;
        try {
          await store.append(`move-${writer}`, 'any', [aNewFact(id)]);
          acknowledged.push(id);
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
        }
      }
    });
    const acknowledging = async (count: number): Promise<void> => {
      while (acknowledged.length < count) await pause(5);
    };
    await acknowledging(40);
    await kill(first.child);
    await start(folder, first.port);
    await acknowledging(acknowledged.length + 40);
    isRunning = false;
    await Promise.all(writers);
    const ids = idsOf(await allOf(store.readAll()));
    expect(new Set(ids).size).toBe(ids.length);
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    await store.close();
  });

  it('takes faults over its control port', async () => {
    const { connectionString, control } = await start(newFolder());
    const store = new EventStoreDbStore({ connectionString, deadlineMs: 300 });
    await store.append('move-1', 'none', [aNewFact('a')]);
    await fetch(`${control}/append/late?ms=2000`, { method: 'POST' });
    await expect(store.append('move-1', 0, [aNewFact('b')])).rejects.toMatchObject({
      fault: 'store/timed-out',
    });
    await store.close();
  });
});
