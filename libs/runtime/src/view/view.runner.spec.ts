import { MemoryEventStore, MemoryReadModels } from '@ibex/adapters/memory';
import { BEGINNING, Overtaken } from '@ibex/kernel';
import type { NewFact, RecordedFact, ViewRebuild, ViewSchema } from '@ibex/kernel';
import { noteDefinition } from '../../fixtures/note';
import { FactLog } from '../decision/fact-log';
import { Upcasting } from '../decision/upcasting';
import { silentLog } from '../logging/create-log';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import type { Projection } from './projection';
import { StreamHistories } from './stream-histories';
import { WorkShare } from '../work/work-share';
import { ViewBuilder } from './view-builder';
import { ViewRunner } from './view.runner';

const aFact = (id: string, type = 'NoteOpened'): NewFact => ({
  id,
  type,
  data: {},
  metadata: {
    commandId: `command-${id}`,
    commandDigest: 'digest',
    correlationId: 'correlation',
    actor: { authority: 'E09000012', person: 'person-1', role: 'mash' },
    schemaVersion: noteDefinition.facts.NoteOpened.version,
  },
  recordedAt: '2026-03-02T09:00:00.000Z',
});

const lines = (version: number, label = ''): Projection => ({
  schema: {
    name: 'lines',
    version,
    tables: [{ name: 'line', columns: { id: 'text', told: 'text' }, primaryKey: ['id'] }],
  },
  filter: { categories: ['note'] },
  needsEarlier: true,
  project: (fact: RecordedFact, earlier: readonly RecordedFact[]) => [
    {
      op: 'put',
      table: 'line',
      row: { id: fact.id, told: `${label}${earlier.map((each) => each.id).join('+')}` },
    },
  ],
});

const house = (store: MemoryEventStore, readModels: MemoryReadModels) => {
  const log = new FactLog(store, new Upcasting([noteDefinition]));
  const share = new WorkShare(silentLog());
  const subscriptions = new SubscriptionRunner(log, silentLog(), share);
  const builder = new ViewBuilder(log, new StreamHistories(log), readModels);
  const views = new ViewRunner(subscriptions, builder, silentLog());
  const stop = async () => {
    views.beforeApplicationShutdown();
    await subscriptions.beforeApplicationShutdown();
  };
  return { share, subscriptions, views, stop };
};

describe('a view', () => {
  it('follows the log with the earlier facts of each stream', async () => {
    const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(lines(1));
    share.onApplicationBootstrap();
    await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
    await store.append('note-2', 'none', [aFact('x')]);
    await store.append('note-1', 1, [aFact('c')]);
    expect(await subscriptions.caughtUpTo(3, 1000)).toBe(true);
    expect(readModels.rows('line')).toEqual([
      { id: 'a', told: '' },
      { id: 'b', told: 'a' },
      { id: 'x', told: '' },
      { id: 'c', told: 'a+b' },
    ]);
    await stop();
  });

  it('knows the earlier facts also after a restart', async () => {
    const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
    await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
    const before = house(store, readModels);
    before.views.follow(lines(1));
    before.share.onApplicationBootstrap();
    await before.subscriptions.caughtUpTo(1, 1000);
    await before.stop();
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(lines(1));
    share.onApplicationBootstrap();
    await store.append('note-1', 1, [aFact('c')]);
    expect(await subscriptions.caughtUpTo(2, 1000)).toBe(true);
    expect(readModels.rows('line').at(-1)).toEqual({ id: 'c', told: 'a+b' });
    await stop();
  });

  it('is rebuilt by itself when its rules changed, and the old one answers until then', async () => {
    const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
    await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
    const old = house(store, readModels);
    old.views.follow(lines(1));
    old.share.onApplicationBootstrap();
    await old.subscriptions.caughtUpTo(1, 1000);
    await old.stop();
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(lines(2, 'new: '));
    share.onApplicationBootstrap();
    expect(readModels.rows('line')).toEqual([
      { id: 'a', told: '' },
      { id: 'b', told: 'a' },
    ]);
    expect(await subscriptions.caughtUpTo(1, 1000)).toBe(true);
    expect(readModels.rows('line')).toEqual([
      { id: 'a', told: 'new: ' },
      { id: 'b', told: 'new: a' },
    ]);
    await stop();
  });

  it('shares one pass over the log with another that is built at the same time, and each sees its own facts', async () => {
    class CountingStore extends MemoryEventStore {
      passes = 0;

      override readAll(...options: Parameters<MemoryEventStore['readAll']>) {
        this.passes += 1;
        return super.readAll(...options);
      }
    }
    const [store, readModels] = [new CountingStore(), new MemoryReadModels()];
    const table = { name: 'closed', columns: { id: 'text' }, primaryKey: ['id'] } as const;
    const closings = (version: number): Projection => ({
      schema: { name: 'closings', version, tables: [table] },
      filter: { types: ['NoteClosed'] },
      project: (fact) => [{ op: 'put', table: 'closed', row: { id: fact.id } }],
    });
    for (const projection of [lines(1), closings(1)]) await readModels.open(projection.schema);
    const closed = aFact('b', 'NoteClosed');
    await store.append('note-1', 'none', [
      aFact('a'),
      { ...closed, metadata: { ...closed.metadata, schemaVersion: 1 } },
    ]);
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(lines(2));
    views.follow(closings(2));
    share.onApplicationBootstrap();
    expect(await subscriptions.caughtUpTo(1, 1000)).toBe(true);
    expect(store.passes).toBe(1);
    expect(readModels.rows('line')).toEqual([
      { id: 'a', told: '' },
      { id: 'b', told: 'a' },
    ]);
    expect(readModels.rows('closed')).toEqual([{ id: 'b' }]);
    await stop();
  });

  it('that is new to a log full of facts is built in one pass before it follows', async () => {
    class CountingModels extends MemoryReadModels {
      switched = 0;

      override async rebuild(view: ViewSchema): Promise<ViewRebuild> {
        const copy = await super.rebuild(view);
        return {
          ...copy,
          switchOver: () => {
            this.switched += 1;
            return copy.switchOver();
          },
        };
      }
    }
    const [store, readModels] = [new MemoryEventStore(), new CountingModels()];
    await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(lines(1));
    share.onApplicationBootstrap();
    expect(await subscriptions.caughtUpTo(1, 1000)).toBe(true);
    expect(readModels.switched).toBe(1);
    expect(readModels.rows('line')).toEqual([
      { id: 'a', told: '' },
      { id: 'b', told: 'a' },
    ]);
    await stop();
  });

  it('is the same after a rebuild under way of new facts, and none is missing', async () => {
    const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(lines(1));
    share.onApplicationBootstrap();
    const ids = Array.from({ length: 300 }, (_, index) => `f${index}`);
    const writing = (async () => {
      for (const [index, id] of ids.entries())
        await store.append('note-1', index - 1 < 0 ? 'none' : index - 1, [aFact(id)]);
    })();
    await Promise.all([writing, views.rebuild('lines')]);
    expect(await subscriptions.caughtUpTo(299, 2000)).toBe(true);
    expect(readModels.rows('line')).toEqual(
      ids.map((id, index) => ({ id, told: ids.slice(0, index).join('+') })),
    );
    await stop();
  });

  it('stays as it was when a rebuild fails', async () => {
    const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
    const projection = lines(1);
    const state = { broken: false };
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow({
      ...projection,
      project: (fact, earlier) => {
        if (state.broken) throw new Error('broken rule');
        return projection.project(fact, earlier);
      },
    });
    share.onApplicationBootstrap();
    await store.append('note-1', 'none', [aFact('a')]);
    await subscriptions.caughtUpTo(0, 1000);
    state.broken = true;
    await expect(views.rebuild('lines')).rejects.toThrow('broken rule');
    state.broken = false;
    expect(readModels.rows('line')).toEqual([{ id: 'a', told: '' }]);
    await store.append('note-1', 0, [aFact('b')]);
    expect(await subscriptions.caughtUpTo(1, 1000)).toBe(true);
    await stop();
  });

  describe('that another process keeps', () => {
    /** The keeper of the view, in its own process, is quicker so many times. */
    class KeptElsewhere extends MemoryReadModels {
      abandoned = 0;

      constructor(
        private readonly store: MemoryEventStore,
        private quicker: number,
      ) {
        super();
      }

      override async rebuild(view: ViewSchema): Promise<ViewRebuild> {
        const copy = await super.rebuild(view);
        return {
          ...copy,
          switchOver: async () => {
            if (this.quicker <= 0) return copy.switchOver();
            const id = `quick-${this.quicker}`;
            this.quicker -= 1;
            await this.store.append(`note-${id}`, 'none', [aFact(id)]);
            throw new Overtaken(`view ${view.name}`);
          },
          abandon: () => {
            this.abandoned += 1;
            return copy.abandon();
          },
        };
      }
    }

    it('is rebuilt all the same, with everything that was recorded meanwhile', async () => {
      const store = new MemoryEventStore();
      const readModels = new KeptElsewhere(store, 3);
      await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
      const { views, stop } = house(store, readModels);
      views.follow(lines(1));
      await views.rebuild('lines');
      expect(readModels.rows('line')).toEqual([
        { id: 'a', told: '' },
        { id: 'b', told: 'a' },
        ...['quick-3', 'quick-2', 'quick-1'].map((id) => ({ id, told: '' })),
      ]);
      expect(await readModels.open(lines(1).schema)).toBe(await store.head());
      expect(readModels.abandoned).toBe(0);
      await stop();
    });

    it('is left as it is when that process is quicker for ever', async () => {
      const store = new MemoryEventStore();
      const readModels = new KeptElsewhere(store, Number.POSITIVE_INFINITY);
      const { views, stop } = house(store, readModels);
      views.follow(lines(1));
      await expect(views.rebuild('lines')).rejects.toBeInstanceOf(Overtaken);
      expect(readModels.abandoned).toBe(1);
      await stop();
    });
  });

  it('of an empty log is built too', async () => {
    const readModels = new MemoryReadModels();
    const { share, subscriptions, views, stop } = house(new MemoryEventStore(), readModels);
    views.follow(lines(1));
    share.onApplicationBootstrap();
    expect(await subscriptions.caughtUpTo(BEGINNING, 1000)).toBe(true);
    await stop();
  });

  it('that nobody registered cannot be rebuilt', async () => {
    const { views } = house(new MemoryEventStore(), new MemoryReadModels());
    await expect(views.rebuild('unheard-of')).rejects.toMatchObject({ code: 'runtime/view-unknown' });
  });
});
