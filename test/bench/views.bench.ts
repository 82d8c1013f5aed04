import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SqliteStores } from '@ibex/adapters/sqlite';
import type { Position, ReadAllOptions, RecordedFact } from '@ibex/kernel';
import { RecordSealer } from '@ibex/proof';
import { FactLog } from '@ibex/runtime';
import { Upcasting } from '../../libs/runtime/src/decision/upcasting';
import { median } from './figure';
import type { Figure } from './figure';
import { fillLog } from './london-log';
import { everyDefinition, rebuildAll, viewsOfVersion } from './rebuild-views';
import { figure } from './report';

const FACTS = 60_000;
const READS = 5;
const REBUILDS = 3;
const MIB = 2 ** 20;

type Spent = Readonly<{ seconds: number; cpuSeconds: number }>;
type Grown = Readonly<{ grownMiB: number }>;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heapMiB = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / MIB;
};

const timed = async (work: () => Promise<unknown>): Promise<Spent> => {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 };
};

/** The log as it is, with a look at the heap when a quarter of it and when all of it was read. */
class WatchedLog extends FactLog {
  readonly heaps: number[] = [];
  watch = false;

  override async *readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedFact[]> {
    const head = await this.head();
    let quarter = 0;
    for await (const facts of super.readAll(options)) {
      yield facts;
      const position: Position = facts.at(-1)?.position ?? 0;
      if (!this.watch || position < (head * (quarter + 1)) / 4) continue;
      quarter += 1;
      this.heaps.push(heapMiB());
    }
  }

  async grownOver(work: () => Promise<unknown>): Promise<Grown> {
    this.heaps.length = 0;
    this.watch = true;
    await work();
    this.watch = false;
    return { grownMiB: (this.heaps.at(-1) ?? 0) - (this.heaps[0] ?? 0) };
  }
}

type Bench = Readonly<{ stores: SqliteStores; sealer: RecordSealer; log: WatchedLog; facts: number }>;

const readAll = async ({ log, sealer, facts }: Bench): Promise<void> => {
  let read = 0;
  for await (const batch of log.readAll({ batchSize: 1_000 })) {
    for (const { id, sealed, metadata } of batch) {
      read += 1;
      if (sealed !== undefined) await sealer.unseal(metadata.recordRef ?? '', id, sealed);
    }
  }
  if (read !== facts) throw new Error(`${String(read)} of ${String(facts)} facts were read`);
};

const repeated = async (times: number, work: (run: number) => Promise<Spent>): Promise<readonly Spent[]> => {
  const spent: Spent[] = [];
  for (let run = 0; run < times; run += 1) spent.push(await work(run));
  return spent;
};

const ratesOf = (
  name: string,
  facts: number,
  atLeast: number,
  spent: readonly Spent[],
): readonly Figure[] => {
  const seconds = median(spent.map((each) => each.seconds));
  const cpu = median(spent.map((each) => each.cpuSeconds));
  return [
    figure(name, [Math.round(facts / seconds), 'facts/s'], { atLeast }),
    figure(`${name}: processor time of all threads`, [(cpu * 1e6) / facts, 'us a fact'], {
      under: (2 * 1e6) / atLeast,
    }),
  ];
};

const measure = async (bench: Bench): Promise<readonly Figure[]> => {
  const viewStores = { readModels: bench.stores.readModels, log: bench.log };
  for (const { schema } of viewsOfVersion(1)) await bench.stores.readModels.open(schema);
  const reads = await repeated(READS, () => timed(() => readAll(bench)));
  const rebuilds = await repeated(REBUILDS, (run) => timed(() => rebuildAll(viewStores, run + 2)));
  const read = await bench.log.grownOver(() => readAll(bench));
  const rebuilt = await bench.log.grownOver(() => rebuildAll(viewStores, REBUILDS + 2));
  return [
    ...ratesOf('read all, unseal, upcast', bench.facts, 50_000, reads),
    ...ratesOf('rebuild of every view from zero', bench.facts, 20_000, rebuilds),
    figure('heap grown from 1/4 to 4/4 of the log: read all', [read.grownMiB, 'MiB'], { under: 8 }),
    figure('heap grown from 1/4 to 4/4 of the log: rebuild', [rebuilt.grownMiB, 'MiB'], { under: 8 }),
  ];
};

/** Over a log in the proportions of the import of all London returns. */
export const viewFigures = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const stores = await SqliteStores.open({ folder, masterKey: new Uint8Array(32).fill(7) });
  try {
    const sealer = new RecordSealer(stores.keyVault);
    const log = new WatchedLog(stores.eventStore, new Upcasting(everyDefinition));
    const facts = await fillLog({ store: stores.eventStore, sealer }, FACTS);
    return await measure({ stores, sealer, log, facts });
  } finally {
    await stores.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
