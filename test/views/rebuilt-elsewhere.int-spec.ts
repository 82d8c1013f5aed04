import { sql } from 'kysely';
import { MemoryEventStore } from '@ibex/adapters/memory';
import { PostgresStores } from '@ibex/adapters/postgres';
import type { RecordedFact } from '@ibex/kernel';
import {
  FOLLOWING_AMONG_OTHERS,
  FactLog,
  SubscriptionRunner,
  ViewRunner,
  WorkShare,
  pause,
  silentLog,
} from '@ibex/runtime';
import type { Projection } from '@ibex/runtime';
import { aNewFact, postgresServer } from '@ibex/testing';
import { Upcasting } from '../../libs/runtime/src/decision/upcasting';
import { StreamHistories } from '../../libs/runtime/src/view/stream-histories';
import { ViewBuilder } from '../../libs/runtime/src/view/view-builder';

const masterKey = new Uint8Array(32).fill(3);
const notes: Projection = {
  schema: {
    name: 'notes',
    version: 1,
    tables: [{ name: 'notes', columns: { id: 'text', position: 'integer' }, primaryKey: ['id'] }],
  },
  filter: { categories: ['note'] },
  project: ({ id, position }: RecordedFact) => [{ op: 'put', table: 'notes', row: { id, position } }],
};
const server = postgresServer('--no-fsync');

/** A process on the shared log and database. `work`: what it does; the others only look. */
const aProcess = async (store: MemoryEventStore, url: string, work: readonly string[]) => {
  const stores = await PostgresStores.open({ url, masterKey });
  const log = new FactLog(store, new Upcasting([]));
  const share = new WorkShare(silentLog(), stores.leases, work);
  const subscriptions = new SubscriptionRunner(log, silentLog(), share, FOLLOWING_AMONG_OTHERS);
  const views = new ViewRunner(
    subscriptions,
    new ViewBuilder(log, new StreamHistories(log), stores.readModels),
    silentLog(),
  );
  views.follow(notes);
  share.onApplicationBootstrap();
  subscriptions.onApplicationBootstrap();
  const stop = async (): Promise<void> => {
    views.beforeApplicationShutdown();
    await share.beforeApplicationShutdown();
    await subscriptions.beforeApplicationShutdown();
    await stores.close();
  };
  return { stores, subscriptions, views, stop };
};

/** Facts one after the other, until it is stopped; the ids of all. */
const arriving = (store: MemoryEventStore) => {
  const ending = new AbortController();
  const ids: string[] = [];
  const writing = (async () => {
    while (!ending.signal.aborted) {
      const id = `fact-${String(ids.length)}`;
      await store.append(`note-${id}`, 'none', [aNewFact(id)]);
      ids.push(id);
      await pause(2, ending.signal);
    }
  })();
  const stop = async (): Promise<readonly string[]> => {
    ending.abort();
    await writing;
    return ids;
  };
  return { stop };
};

describe('a view that one process keeps while facts arrive', () => {
  const ending: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
  }, 60_000);

  it('is built anew through another, as often as it is asked, and holds every fact', async () => {
    const store = new MemoryEventStore();
    const url = await server().database();
    const keeper = await aProcess(store, url, ['views']);
    const other = await aProcess(store, url, []);
    const facts = arriving(store);
    ending.push(() => facts.stop(), keeper.stop, other.stop);
    expect(await keeper.subscriptions.caughtUpTo(20, 30_000)).toBe(true);
    for (let turn = 0; turn < 10; turn += 1) await other.views.rebuild('notes');
    await Promise.all([other.views.rebuild('notes'), keeper.views.rebuild('notes')].map(settled));
    const ids = await facts.stop();
    const head = await store.head();
    expect(await keeper.subscriptions.caughtUpTo(head, 30_000)).toBe(true);
    expect(await other.subscriptions.caughtUpTo(head, 30_000)).toBe(true);
    const { rows } = await sql<{ id: string }>`SELECT id FROM notes`.execute(other.stores.readDb);
    expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  }, 120_000);
});

/** Of two at once one may find its copy dropped; what counts is what stands afterwards. */
const settled = (work: Promise<void>): Promise<void> => work.catch(() => undefined);
