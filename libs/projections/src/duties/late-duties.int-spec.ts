import { FixedClock } from '@ibex/adapters/memory';
import { SqliteStores } from '@ibex/adapters/sqlite';
import { Metrics } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { LateDuties } from './late-duties';
import { DUTIES_SCHEMA } from './duties.schema';
import type { DutyRow } from './duties.schema';

const folder = temporaryFolders();
const NOW = '2025-03-31T12:00:00.000Z';
const BEFORE = '2025-03-30T12:00:00.000Z';
const LATER = '2025-04-30T12:00:00.000Z';

const aDuty = (key: string, change: Partial<DutyRow>): DutyRow => ({
  begins: 1,
  stream: 'missing-1',
  key,
  clock: `clock of ${key}`,
  notification: 'missing',
  recordRef: 'record-1',
  owner: 'E09000007',
  kind: 'return-interview',
  text: 'Offer a return interview',
  owedBy: 'E09000007',
  owedTo: null,
  startedAt: BEFORE,
  otherStarts: '[]',
  dueAt: BEFORE,
  targetAt: null,
  provisional: 0,
  source: 'statutory guidance',
  metAt: null,
  entryId: null,
  movedBecause: null,
  voidBecause: null,
  sortAt: BEFORE,
  ...change,
});

it('late duties are counted by kind, those met, void, undated or not yet due left out', async () => {
  const clock = new FixedClock(NOW);
  const stores = await SqliteStores.open({ folder: folder(), masterKey: new Uint8Array(32).fill(7), clock });
  await stores.readModels.open(DUTIES_SCHEMA);
  const rows = [
    aDuty('a', {}),
    aDuty('b', { owedBy: 'E09000008' }),
    aDuty('c', { kind: 'visit' }),
    aDuty('d', { metAt: NOW }),
    aDuty('e', { voidBecause: 'recalled' }),
    aDuty('f', { dueAt: LATER }),
    aDuty('g', { dueAt: null, targetAt: BEFORE }),
  ];
  const puts = rows.map((row) => ({ op: 'put', table: 'duties', row }) as const);
  await stores.readModels.write(DUTIES_SCHEMA, puts, 1);
  const metrics = new Metrics();
  new LateDuties(stores.readDb, clock, metrics).onModuleInit();
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('ibex_duties_late'));
  expect(lines.toSorted()).toStrictEqual([
    'ibex_duties_late{kind="return-interview"} 2',
    'ibex_duties_late{kind="visit"} 1',
  ]);
  await stores.close();
});
