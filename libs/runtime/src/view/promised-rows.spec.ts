import { MemoryEventStore, MemoryReadModels } from '@ibex/adapters/memory';
import { BEGINNING } from '@ibex/kernel';
import type { NewFact, Position, RowChange, ViewSchema } from '@ibex/kernel';
import { noteDefinition } from '../../fixtures/note';
import { FactLog } from '../decision/fact-log';
import { Upcasting } from '../decision/upcasting';
import { silentLog } from '../logging/create-log';
import { SubscriptionRunner } from '../subscription/subscription.runner';
import { WorkShare } from '../work/work-share';
import type { AnyProjection, Projected } from './projection';
import { StreamHistories } from './stream-histories';
import { ViewBuilder } from './view-builder';
import { ViewRunner } from './view.runner';

const aFact = (id: string): NewFact => ({
  id,
  type: 'NoteOpened',
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
const schema = (version: number): ViewSchema => ({
  name: 'latest',
  version,
  tables: [{ name: 'latest', columns: { stream: 'text', id: 'text' }, primaryKey: ['stream'] }],
});
const rowOf = (stream: string, id: string): readonly RowChange[] => [
  { op: 'put', table: 'latest', row: { stream, id } },
];

/** The first facts take longest, so that rows would be overtaken if their order were that of the promises. */
const slowly = (work: () => readonly RowChange[], turns: number): Promise<readonly RowChange[]> =>
  turns === 0 ? Promise.resolve(work()) : Promise.resolve().then(() => slowly(work, turns - 1));
const promising = (version: number): AnyProjection => ({
  schema: schema(version),
  filter: {},
  project: ({ stream, id, revision }): Projected =>
    slowly(() => rowOf(stream, id), Math.max(0, 130 - revision)),
});

class WritesSeen extends MemoryReadModels {
  readonly writes: Readonly<{ changes: number; upTo: Position }>[] = [];

  override write(view: ViewSchema, changes: readonly RowChange[], upTo: Position): Promise<void> {
    this.writes.push({ changes: changes.length, upTo });
    return super.write(view, changes, upTo);
  }
}

const house = (store: MemoryEventStore, readModels: MemoryReadModels) => {
  const log = new FactLog(store, new Upcasting([noteDefinition]));
  const share = new WorkShare(silentLog());
  const subscriptions = new SubscriptionRunner(log, silentLog(), share);
  const views = new ViewRunner(
    subscriptions,
    new ViewBuilder(log, new StreamHistories(log), readModels),
    silentLog(),
  );
  const stop = async (): Promise<void> => {
    views.beforeApplicationShutdown();
    await subscriptions.beforeApplicationShutdown();
  };
  return { share, subscriptions, views, stop };
};

describe('a view whose rows are promised', () => {
  it('has them in the order of the facts, with the checkpoint in one write, and no others', async () => {
    const [store, readModels] = [new MemoryEventStore(), new WritesSeen()];
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(promising(1));
    share.onApplicationBootstrap();
    // built while there is nothing, so that the facts come to it live
    await subscriptions.caughtUpTo(BEGINNING, 5_000);
    await store.append('note-1', 'none', ['a', 'b', 'c', 'd'].map(aFact));
    expect(await subscriptions.caughtUpTo(3, 5_000)).toBe(true);
    expect(readModels.rows('latest')).toEqual([{ stream: 'note-1', id: 'd' }]);
    expect(readModels.writes.filter(({ changes }) => changes > 0)).toEqual([{ changes: 1, upTo: 3 }]);
    await stop();
  });

  it('has them after a rebuild too, beside a view that promises nothing', async () => {
    const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
    const ids = Array.from({ length: 120 }, (_, at) => `f${String(at)}`);
    await store.append('note-1', 'none', ids.map(aFact));
    await store.append('note-2', 'none', ['x', 'y'].map(aFact));
    const plain: AnyProjection = {
      schema: {
        ...{ name: 'all', version: 1 },
        tables: [{ name: 'all', columns: { id: 'text' }, primaryKey: ['id'] }],
      },
      filter: {},
      project: ({ id }) => [{ op: 'put', table: 'all', row: { id } }],
    };
    const { share, subscriptions, views, stop } = house(store, readModels);
    views.follow(promising(2));
    views.follow(plain);
    share.onApplicationBootstrap();
    expect(await subscriptions.caughtUpTo(121, 5_000)).toBe(true);
    await views.rebuild('latest');
    expect(readModels.rows('latest')).toEqual([
      { stream: 'note-1', id: 'f119' },
      { stream: 'note-2', id: 'y' },
    ]);
    expect(readModels.rows('all').map(({ id }) => id)).toEqual([...ids, 'x', 'y']);
    await stop();
  });

  it('moves no checkpoint where a promise is broken, and has the rows once it is kept', async () => {
    const [store, readModels] = [new MemoryEventStore(), new WritesSeen()];
    const { share, subscriptions, views, stop } = house(store, readModels);
    const away = { left: 1 };
    const projection = promising(1);
    views.follow({
      ...projection,
      project: (fact, earlier) => {
        if (fact.id !== 'b' || away.left === 0) return projection.project(fact, earlier);
        away.left -= 1;
        return Promise.reject(new Error('the vault is away'));
      },
    });
    share.onApplicationBootstrap();
    // built while there is nothing, so that the facts come to it live
    await subscriptions.caughtUpTo(BEGINNING, 5_000);
    await store.append('note-0', 'none', [aFact('first')]);
    expect(await subscriptions.caughtUpTo(0, 5_000)).toBe(true);
    await store.append('note-1', 'none', ['a', 'b'].map(aFact));
    expect(await subscriptions.caughtUpTo(2, 5_000)).toBe(true);
    expect(readModels.writes.filter(({ changes }) => changes > 0)).toEqual([
      { changes: 1, upTo: 0 },
      { changes: 1, upTo: 2 },
    ]);
    expect(readModels.rows('latest')).toContainEqual({ stream: 'note-1', id: 'b' });
    await stop();
  });
});
