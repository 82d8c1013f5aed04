import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { SqliteEventStore } from '@ibex/adapters/sqlite';
import type { EventStore, NewFact } from '@ibex/kernel';
import { median } from './figure';
import type { Figure } from './figure';

const WRITERS = 32;
const RUNS = 5;
const APPENDS_A_RUN = 16_000;
/** More of them, so that both sides are watched for about as long. */
const RAW_WRITES_A_RUN = 40_000;
/** As many facts as a notice usually has, then the writer opens another stream. */
const FACTS_A_STREAM = 4;
const FACT_BYTES = 1024;

const SEALED = 'x'.repeat(480);

/** About 1 KB as JSON, most of it the ciphertext of its personal fields, as in a real notice. */
const aFact = (writer: number, turn: number): NewFact => ({
  id: `00000000-0000-8000-8000-${writer.toString(16).padStart(4, '0')}${turn.toString(16).padStart(8, '0')}`,
  type: 'PlacementNotified',
  data: { host: { kind: 'authority', gss: 'E09000008' }, startedOn: '2026-03-02', placementType: 'U1' },
  metadata: {
    commandId: `00000000-0000-8000-8000-${turn.toString(16).padStart(12, '0')}`,
    commandDigest: 'd'.repeat(64),
    correlationId: `correlation-${turn}`,
    actor: { authority: 'E09000012', person: 'person-1', role: 'system-client' },
    schemaVersion: 1,
    recordRef: 'r'.repeat(43),
  },
  recordedAt: '2026-03-02T09:00:00.000Z',
  sealed: SEALED,
});

const perSecond = (count: number, startedMs: number): number =>
  (count * 1000) / (performance.now() - startedMs);

/** Appends a second, of writers that each wait for their own answer, every one with an expected revision. */
const appendsPerSecond = async (store: EventStore, run: number): Promise<number> => {
  const started = performance.now();
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; turn < APPENDS_A_RUN / WRITERS; turn += 1) {
      const revision = turn % FACTS_A_STREAM;
      const stream = `placement-${run}-${writer}-${turn - revision}`;
      await store.append(stream, revision === 0 ? 'none' : revision - 1, [aFact(writer, turn)]);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  return perSecond(APPENDS_A_RUN, started);
};

/** The same bytes in the same groups, written and synced with nothing around them. */
const rawWritesPerSecond = (file: string): number => {
  const group = Buffer.alloc(WRITERS * FACT_BYTES, 'x');
  const descriptor = openSync(file, 'a');
  const started = performance.now();
  for (let done = 0; done < RAW_WRITES_A_RUN; done += WRITERS) {
    writeSync(descriptor, group);
    fdatasyncSync(descriptor);
  }
  const rate = perSecond(RAW_WRITES_A_RUN, started);
  closeSync(descriptor);
  return rate;
};

const readPerSecond = async (store: EventStore): Promise<number> => {
  const started = performance.now();
  let facts = 0;
  for await (const batch of store.readAll()) facts += batch.length;
  return perSecond(facts, started);
};

type Run = Readonly<{ appends: number; raw: number; delayP99Ms: number; read: number }>;

const oneRun = async (store: EventStore, folder: string, run: number): Promise<Run> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const appends = await appendsPerSecond(store, run);
  delay.disable();
  const raw = rawWritesPerSecond(join(folder, 'raw'));
  return { appends, raw, delayP99Ms: delay.percentile(99) / 1e6, read: await readPerSecond(store) };
};

const toFigures = (runs: readonly Run[]): readonly Figure[] => {
  const appends = median(runs.map((run) => run.appends));
  const ratio = median(runs.map((run) => run.appends / run.raw));
  const delay = median(runs.map((run) => run.delayP99Ms));
  const read = median(runs.map((run) => run.read));
  return [
    {
      name: 'store alone: 32 concurrent appends of 1 KB with expected revision',
      value: Math.round(appends),
      unit: 'facts/s',
      target: 'at least 0.4 of raw group-committed fdatasync writes',
      met: ratio >= 0.4,
      ratio: Number(ratio.toFixed(2)),
    },
    {
      name: 'store alone: event-loop delay p99 meanwhile',
      value: Number(delay.toFixed(1)),
      unit: 'ms',
      target: 'under 20',
      met: delay < 20,
    },
    {
      name: 'store alone: read all',
      value: Math.round(read),
      unit: 'facts/s',
      target: 'at least 50,000',
      met: read >= 50_000,
    },
  ];
};

/** Interleaved, so that a slow moment of the machine falls on both sides. */
export const storeFigures = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const store = await SqliteEventStore.open(join(folder, 'log.sqlite'));
  try {
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(store, folder, run));
    return toFigures(runs);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
