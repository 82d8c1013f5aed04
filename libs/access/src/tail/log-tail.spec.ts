import { MemoryEventStore } from '@ibex/adapters/memory';
import { StoreUnavailable } from '@ibex/kernel';
import type { EventStore, RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { LogTail } from './log-tail';

const aTail = (store: EventStore) => {
  const taken: RecordedFact[] = [];
  let away = false;
  const log: Pick<EventStore, 'head' | 'readAll'> = {
    head: () => (away ? Promise.reject(new StoreUnavailable('store/unreachable', 'away')) : store.head()),
    readAll: (options) => store.readAll(options),
  };
  const tail = new LogTail(log, ['grant'], (fact) => taken.push(fact));
  const goes = (now: boolean) => {
    away = now;
  };
  return { tail, goes, ids: () => taken.map(({ id }) => id) };
};

describe('the tail of the log', () => {
  it('has, at every asking, all that was on record by then, in order and once', async () => {
    const store = new MemoryEventStore();
    const { tail, ids } = aTail(store);
    await tail.current();
    expect(ids()).toEqual([]);
    for (const id of ['a', 'b', 'c']) {
      await store.append(`grant-${id}`, 'none', [aNewFact(id)]);
      await store.append(`placement-${id}`, 'none', [aNewFact(`other-${id}`)]);
      await Promise.all([tail.current(), tail.current(), tail.current()]);
      expect(ids().at(-1)).toBe(id);
    }
    expect(ids()).toEqual(['a', 'b', 'c']);
  });

  it('has what was recorded while an earlier asking was being answered', async () => {
    const store = new MemoryEventStore();
    const { tail, ids } = aTail(store);
    const first = tail.current();
    await store.append('grant-a', 'none', [aNewFact('a')]);
    await Promise.all([first, tail.current()]);
    expect(ids()).toEqual(['a']);
  });

  it('goes by what it knew last while the log is away, and by nothing where it never knew', async () => {
    const store = new MemoryEventStore();
    const { tail, goes, ids } = aTail(store);
    goes(true);
    await expect(tail.current()).rejects.toMatchObject({ code: 'store/unreachable' });
    goes(false);
    await store.append('grant-a', 'none', [aNewFact('a')]);
    await tail.current();
    goes(true);
    await tail.current();
    expect(ids()).toEqual(['a']);
    goes(false);
    await store.append('grant-b', 'none', [aNewFact('b')]);
    await tail.current();
    expect(ids()).toEqual(['a', 'b']);
  });
});
