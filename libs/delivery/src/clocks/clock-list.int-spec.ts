import { PostgresStores } from '@ibex/adapters/postgres';
import { SqliteStores } from '@ibex/adapters/sqlite';
import type { ReadModels, RowChange } from '@ibex/kernel';
import { CROYDON, HACKNEY, PostgresServer, temporaryFolders } from '@ibex/testing';
import { ClockCounts } from './clock-counts';
import type { CountsDb } from './clock-counts';
import { ClockList } from './clock-list';
import type { ClocksDb } from './clock-list';
import { CLOCKS_SCHEMA } from './clocks.schema';
import type { AwaitedRow, ClockRow, ClockRunRow } from './clocks.schema';

type Stores = Readonly<{ readModels: ReadModels; readDb: unknown; close: () => Promise<void> }>;
const folder = temporaryFolders();
const masterKey = new Uint8Array(32).fill(1);
let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(() => server.stop());

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const clock = (dutyId: string, change: Partial<ClockRow> = {}): RowChange => {
  const row: ClockRow = {
    ...{ dutyId, runId: `${dutyId} run`, shard: '1', stream: 'placement-1', key: dutyId, factId: 'f-1' },
    ...{ recordRef: 'r-1', sender: HACKNEY, kind: 'acknowledge', text: 'Acknowledge', owedBy: CROYDON },
    ...{ owedTo: HACKNEY, urgency: 'prompt', startedAt: at(1), startsOn: '2026-03-02', warnAt: at(9) },
    ...{
      dueAt: at(12),
      computedDueAt: at(12),
      limitedBy: 'law',
      openedPosition: 1,
      ...{ state: 'open', metAt: null, metPosition: null, entryId: null },
      lookAt: change.warnAt ?? at(9),
    },
    ...change,
  };
  return { op: 'put', table: 'clocks', row };
};
const run = (dutyId: string, change: Partial<ClockRunRow> = {}): RowChange => {
  const row: ClockRunRow = {
    ...{ runId: `${dutyId} run`, dutyId, shard: '1', warnedAt: at(9), lateAt: null, metLateAt: null },
    ...{ steps: 0, nextAt: at(12), pausedAt: null },
    ...change,
  };
  return { op: 'put', table: 'clockRuns', row };
};
const awaited = (entryId: string, change: Partial<AwaitedRow> = {}): RowChange => {
  const row: AwaitedRow = {
    ...{ entryId, shard: '1', factId: 'f-1', stream: 'placement-1', authority: CROYDON, sender: HACKNEY },
    ...{ patience: 'other', toldAt: at(9), position: 1, state: 'waiting' },
    ...change,
  };
  return { op: 'put', table: 'awaited', row };
};
const ROWS: readonly RowChange[] = [
  clock('new'),
  clock('warned', { warnAt: at(8), lookAt: at(12) }),
  run('warned'),
  clock('paused', { warnAt: at(7), lookAt: '9999-12-31T00:00:00.000Z' }),
  run('paused', { nextAt: '9999-12-31T00:00:00.000Z', pausedAt: at(8) }),
  clock('late', { owedBy: HACKNEY, lookAt: at(16) }),
  run('late', { lateAt: at(12), nextAt: at(16) }),
  // opened again: the table knows less than the run
  clock('escalated', { owedBy: HACKNEY }),
  run('escalated', { lateAt: at(12), steps: 2, nextAt: at(16) }),
  clock('elsewhere', { shard: '2', stream: 'placement-2' }),
  clock('history', { state: 'history' }),
  clock('in-time', { state: 'met', metAt: at(12), metPosition: 6 }),
  clock('too-late', { state: 'met', metAt: at(13), openedPosition: 5, metPosition: 7 }),
  clock('known-late', { state: 'met', metAt: at(13), metPosition: 8 }),
  run('known-late', { metLateAt: at(13) }),
  awaited('e-1'),
  awaited('e-2', { toldAt: at(11) }),
  awaited('e-3', { state: 'over' }),
  awaited('e-4', { patience: 'urgent' }),
];

describe.each([
  ['SQLite', (): Promise<Stores> => Promise.resolve(SqliteStores.open({ folder: folder(), masterKey }))],
  [
    'PostgreSQL',
    async (): Promise<Stores> => PostgresStores.open({ url: await server.database(), masterKey }),
  ],
])('the lists of clocks on %s', (_, open) => {
  let stores: Stores;
  let list: ClockList;
  beforeAll(async () => {
    stores = await open();
    await stores.readModels.open(CLOCKS_SCHEMA);
    await stores.readModels.write(CLOCKS_SCHEMA, ROWS, 9);
    list = new ClockList(stores.readDb as ClocksDb);
  }, 30_000);
  afterAll(() => stores.close());
  const ids = (rows: readonly Readonly<{ dutyId: string }>[]): readonly string[] =>
    rows.map(({ dutyId }) => dutyId);

  it('find what is due: not begun, or at its next instant, and not what stands still', async () => {
    expect(ids(await list.due('1', at(8)))).toEqual([]);
    expect(ids(await list.due('1', at(9)))).toEqual(['new']);
    expect(ids(await list.due('1', at(12)))).toEqual(['new', 'warned']);
  });

  it('find what was met late and is not on record as such', async () => {
    expect(ids(await list.metLate('1', -1))).toEqual(['too-late']);
    expect(ids(await list.metLate('1', 7))).toEqual([]);
    expect([await list.lastMet('1'), await list.lastMet('2')]).toEqual([8, -1]);
  });

  it('tell when there is something to do next', async () => {
    expect(await list.nextAt('1', at(8))).toBe(at(9));
    expect(await list.nextAt('1', at(9))).toBe(at(12));
    expect(await list.nextAt('2', at(10))).toBeUndefined();
  });

  it('find open duties over a day, opened after a position', async () => {
    expect(ids(await list.spanning('2', '2026-03-02', 0))).toEqual(['elsewhere']);
    expect(await list.spanning('2', '2026-03-02', 1)).toEqual([]);
    expect(await list.spanning('2', '2026-03-03', 0)).toEqual([]);
  });

  it('find who has been waited for long enough', async () => {
    const found = async (patience: 'other' | 'urgent' | 'move') =>
      (await list.awaitedSince('1', patience, at(10))).map(({ entryId }) => entryId);
    expect([await found('other'), await found('urgent'), await found('move')]).toEqual([
      ['e-1'],
      ['e-4'],
      [],
    ]);
  });

  it('count them by how far they have run, share by share', async () => {
    const counts = new ClockCounts(stores.readDb as CountsDb);
    const counted = (...shards: readonly string[]) => counts.of(new Set(shards));
    const first = { running: 1, warned: 1, late: 1, escalated: 1, paused: 1 };
    expect(await counted('1')).toEqual(first);
    expect(await counted('1', '2')).toEqual({ ...first, running: 2 });
    expect(await counted('3')).toEqual({ running: 0, warned: 0, late: 0, escalated: 0, paused: 0 });
  });

  it('page through what an authority owes, in order of the date', async () => {
    const all = ['elsewhere', 'new', 'paused', 'warned'];
    const owedBy = async (authority: string, after: readonly [string, string], limit = 10) =>
      ids(await list.owedBy({ authority }, after, limit));
    expect(await owedBy(CROYDON, ['', ''])).toEqual(all);
    expect(await owedBy(CROYDON, [at(12), 'new'])).toEqual(all.slice(2));
    expect(await owedBy(HACKNEY, ['', ''], 1)).toEqual(['escalated']);
    expect(await list.find('new')).toMatchObject({ dutyId: 'new', state: 'open' });
  });

  it('find those of one notice, and how far each has run', async () => {
    const owed = { authority: CROYDON, notice: 'placement-2' };
    expect(ids(await list.owedBy(owed, ['', ''], 10))).toEqual(['elsewhere']);
    expect(await list.owedBy({ ...owed, authority: HACKNEY }, ['', ''], 10)).toEqual([]);
    const runs = await list.runsOf(await list.owedBy({ authority: CROYDON }, ['', ''], 10));
    expect([...runs.keys()].toSorted()).toEqual(['paused', 'warned']);
    expect(runs.get('paused')).toMatchObject({ warnedAt: at(9), pausedAt: at(8) });
    expect(await list.runsOf([])).toEqual(new Map());
  });
});
