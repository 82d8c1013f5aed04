import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresStores } from '@ibex/adapters/postgres';
import { SqliteStores } from '@ibex/adapters/sqlite';
import type { ReadModels } from '@ibex/kernel';
import { RecordSealer } from '@ibex/proof';
import { FactLog } from '@ibex/runtime';
import { PostgresEngine } from '../../../apps/cli/src/engines/postgres-engine';
import { Upcasting } from '../../../libs/runtime/src/decision/upcasting';
import { median } from '../figure';
import type { Figure } from '../figure';
import { fillLog } from '../london-log';
import { everyDefinition, rebuildAll, viewsOfVersion } from '../rebuild-views';
import type { Effort } from './effort';
import { copySeconds, openRaw, rowsAsText } from './raw-copy';
import { told } from './told';

type Run = Readonly<{ postgres: number; embedded: number; copy: number; rows: number }>;
type Bench = Readonly<{
  log: FactLog;
  embedded: ReadModels;
  postgres: ReadModels;
  url: string;
  facts: number;
}>;

const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

/** The same log into both databases, then the rows that it led to by COPY, one after the other. */
const oneRun = async ({ log, embedded, postgres, url }: Bench, version: number): Promise<Run> => {
  const onPostgres = await secondsOf(() => rebuildAll({ readModels: postgres, log }, version));
  const onEmbedded = await secondsOf(() => rebuildAll({ readModels: embedded, log }, version));
  const client = await openRaw(url);
  try {
    const schemas = viewsOfVersion(version).map(({ schema }) => schema);
    const texts = await rowsAsText(client, schemas);
    const copy = await copySeconds(client, schemas, texts);
    return {
      postgres: onPostgres,
      embedded: onEmbedded,
      copy,
      rows: texts.reduce((sum, { rows }) => sum + rows, 0),
    };
  } finally {
    await client.end();
  }
};

const toFigures = (runs: readonly Run[], facts: number): readonly Figure[] => {
  const ofRuns = (pick: (run: Run) => number): number => median(runs.map(pick));
  const rate = (count: (run: Run) => number, seconds: (run: Run) => number): number =>
    Math.round(ofRuns((run) => count(run) / seconds(run)));
  const besideEmbedded = ofRuns(({ postgres, embedded }) => embedded / postgres);
  const besideCopy = ofRuns(({ postgres, copy }) => copy / postgres);
  return [
    told(
      'rebuild of every view on PostgreSQL',
      [
        rate(
          () => facts,
          (run) => run.postgres,
        ),
        'facts/s',
      ],
      { what: 'ratio: against the embedded database', ratio: besideEmbedded },
    ),
    told(
      'the same log, embedded',
      [
        rate(
          () => facts,
          (run) => run.embedded,
        ),
        'facts/s',
      ],
      {
        what: 'in the same run',
      },
    ),
    told(
      'rebuild of every view on PostgreSQL, in rows that stand at the end',
      [
        rate(
          (run) => run.rows,
          (run) => run.postgres,
        ),
        'rows/s',
      ],
      { what: 'ratio: against COPY', ratio: besideCopy },
    ),
    told(
      'COPY of the same rows into equal tables with equal indexes',
      [
        rate(
          (run) => run.rows,
          (run) => run.copy,
        ),
        'rows/s',
      ],
      {
        what: 'one connection, one transaction',
      },
    ),
  ];
};

const measure = async (bench: Bench, count: number): Promise<readonly Figure[]> => {
  for (const readModels of [bench.embedded, bench.postgres])
    for (const { schema } of viewsOfVersion(1)) await readModels.open(schema);
  const runs: Run[] = [];
  for (let run = 0; run < count; run += 1) runs.push(await oneRun(bench, run + 2));
  return toFigures(runs, bench.facts);
};

/** Over a log in the proportions of the import of all London returns, read from the embedded log by both. */
export const rebuildFigures = async ({ facts: atLeast, runs }: Effort): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-bench-'));
  const masterKey = new Uint8Array(32).fill(7);
  const server = await PostgresEngine.start();
  const embedded = await SqliteStores.open({ folder, masterKey });
  const postgres = await PostgresStores.open({ url: server.url, masterKey });
  try {
    const sealer = new RecordSealer(embedded.keyVault);
    const log = new FactLog(embedded.eventStore, new Upcasting(everyDefinition));
    const facts = await fillLog({ store: embedded.eventStore, sealer }, atLeast);
    const { url } = server;
    return await measure(
      { log, facts, url, embedded: embedded.readModels, postgres: postgres.readModels },
      runs,
    );
  } finally {
    await postgres.close();
    await embedded.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
