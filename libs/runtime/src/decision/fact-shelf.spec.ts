import { MemoryEventStore } from '@ibex/adapters/memory';
import { aNewFact } from '@ibex/testing';
import { FactShelf } from './fact-shelf';

const aLog = async () => {
  const store = new MemoryEventStore();
  for (const [stream, id] of [
    ['agreement-1', 'a'],
    ['placement-1', 'b'],
    ['agreement-2', 'c'],
    ['placement-2', 'd'],
  ] as const)
    await store.append(stream, 'none', [aNewFact(id)]);
  return store;
};
const idsBefore = async (shelf: FactShelf, position: number): Promise<readonly string[]> =>
  (await shelf.before(position)).map(({ id }) => id);

describe('facts at hand', () => {
  it('are those before a place, whatever has been recorded since', async () => {
    const shelf = new FactShelf(await aLog(), ['agreement']);
    expect(await idsBefore(shelf, 3)).toEqual(['a', 'c']);
    expect(await idsBefore(shelf, 2)).toEqual(['a']);
    expect(await idsBefore(shelf, 0)).toEqual([]);
  });

  it('grow with the log, each of them once, however many ask at a time', async () => {
    const store = await aLog();
    const shelf = new FactShelf(store, ['agreement']);
    await Promise.all([shelf.before(3), shelf.before(3)]);
    await store.append('agreement-1', 0, [aNewFact('e')]);
    await store.append('placement-3', 'none', [aNewFact('f')]);
    expect(await Promise.all([idsBefore(shelf, 5), idsBefore(shelf, 5), idsBefore(shelf, 4)])).toEqual([
      ['a', 'c', 'e'],
      ['a', 'c', 'e'],
      ['a', 'c'],
    ]);
  });

  it('are not missed where somebody asked of a place before anything stood there', async () => {
    const store = await aLog();
    const shelf = new FactShelf(store, ['agreement']);
    expect(await idsBefore(shelf, 4)).toEqual(['a', 'c']);
    await store.append('agreement-3', 'none', [aNewFact('e')]);
    expect(await idsBefore(shelf, 5)).toEqual(['a', 'c', 'e']);
  });

  it('are not read again for the place behind the last fact', async () => {
    const store = await aLog();
    let reads = 0;
    const counted: typeof store.readAll = (options) => {
      reads += 1;
      return store.readAll(options);
    };
    const shelf = new FactShelf({ head: store.head.bind(store), readAll: counted }, ['agreement']);
    for (let asked = 0; asked < 3; asked += 1)
      expect(await idsBefore(shelf, (await store.head()) + 1)).toEqual(['a', 'c']);
    expect(reads).toBe(1);
  });

  it('are read again after the log was away', async () => {
    const store = await aLog();
    let isAway = true;
    const log = {
      readAll: store.readAll.bind(store),
      head: () => (isAway ? Promise.reject(new Error('away')) : store.head()),
    };
    const shelf = new FactShelf(log, ['agreement']);
    await expect(shelf.before(3)).rejects.toThrow('away');
    isAway = false;
    expect(await idsBefore(shelf, 3)).toEqual(['a', 'c']);
  });
});
