import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { allOf, temporaryFolders } from '@ibex/testing';
import { SqliteEventStore } from './sqlite-event-store';

const newFolder = temporaryFolders();
const CYCLES = 4;

/** Another process appends in groups as fast as it can and prints the id of each append that was acknowledged. */
const APPENDER = `
  const { Worker } = require('node:worker_threads');
  const [entry, tasks, file, cycle] = process.argv.slice(1);
  const worker = new Worker(entry, { workerData: { tasks, extension: '.ts', options: { file } } });
  const pack = (parts) => ({ text: parts.join(''), lengths: Uint32Array.from(parts, (part) => part.length) });
  let asked = 0;
  let answered = 0;
  const append = () => {
    const id = cycle + '-' + asked++;
    const fact = [id, 'PlacementNotified', '2026-03-02T09:00:00.000Z', '{}', 'x'.repeat(600), '{}'];
    return ['placement-' + id, 'placement', 'none', '1', ...fact];
  };
  const ask = () => worker.postMessage({ batch: pack(Array.from({ length: 8 }, append).flat()), more: false });
  worker.on('message', (message) => {
    if (message.kind === 'ready') { ask(); ask(); }
    if (message.kind !== 'answers') return;
    for (const value of message.values) if (value) process.stdout.write(cycle + '-' + answered++ + '\\n');
    ask();
  });`;

const appendUntilKilled = async (file: string, cycle: number): Promise<readonly string[]> => {
  const entry = join(__dirname, '..', 'engine', 'writer.entry.ts');
  const tasks = join(__dirname, 'log.tasks.ts');
  const child = spawn(process.execPath, ['-e', APPENDER, entry, tasks, file, String(cycle)]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child.stdout, 'data');
  await pause(20 + cycle * 35);
  child.kill('SIGKILL');
  await once(child, 'close');
  // The last line may have been cut by the kill; only whole lines count as acknowledged.
  return said.split('\n').slice(0, -1);
};

describe('a writer that is killed while it appends', () => {
  it(`has every acknowledged append in the log once, in ${CYCLES} kills`, async () => {
    const file = join(newFolder(), 'log.sqlite');
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle += 1)
      acknowledged.push(...(await appendUntilKilled(file, cycle)));
    const store = await SqliteEventStore.open(file);
    const facts = await allOf(store.readAll());
    await store.close();
    const ids = new Set(facts.map((fact) => fact.id));
    expect(acknowledged.length).toBeGreaterThan(CYCLES);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(facts.length);
    expect(facts.map((fact) => fact.position)).toEqual(facts.map((_, index) => index));
  }, 60_000);
});
