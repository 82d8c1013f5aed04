import type { EventStore, RecordedFact } from '@ibex/kernel';
import { aNewFact, someNewFacts } from '../builders';
import { allOf, idsOf } from '../collecting';

export const readSuite = (makeStore: () => Promise<EventStore>): void => {
  let store: EventStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  it('reads a stream forwards and backwards, from a revision, up to a limit', async () => {
    await store.append('placement-1', 'none', someNewFacts(5));
    const revisions = async (options: Parameters<EventStore['readStream']>[1]): Promise<readonly number[]> =>
      (await store.readStream('placement-1', options)).map((fact) => fact.revision);
    expect(await revisions({})).toEqual([0, 1, 2, 3, 4]);
    expect(await revisions({ from: 3 })).toEqual([3, 4]);
    expect(await revisions({ from: 1, limit: 2 })).toEqual([1, 2]);
    expect(await revisions({ from: 9 })).toEqual([]);
    expect(await revisions({ direction: 'backwards' })).toEqual([4, 3, 2, 1, 0]);
    expect(await revisions({ direction: 'backwards', limit: 1 })).toEqual([4]);
    expect(await revisions({ direction: 'backwards', from: 2 })).toEqual([2, 1, 0]);
    expect(await revisions({ direction: 'backwards', from: 9, limit: 2 })).toEqual([4, 3]);
  });

  it('reads one stream only, although another begins with its name', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await store.append('placement-10', 'none', [aNewFact('b')]);
    expect(idsOf(await store.readStream('placement-1'))).toEqual(['a']);
  });

  it('takes and reads a stream of 5,000 facts', async () => {
    for (let done = 0; done < 5000; done += 500)
      await store.append('placement-1', done === 0 ? 'none' : done - 1, someNewFacts(500, `part-${done}`));
    const facts = await store.readStream('placement-1');
    expect(facts.map((fact) => fact.revision)).toEqual(Array.from({ length: 5000 }, (_, index) => index));
    expect(await allOf(store.readAll())).toEqual(facts);
    await expect(store.append('placement-1', 4998, [aNewFact('late')])).rejects.toMatchObject({
      actual: 4999,
    });
    const repeated = await store.append('placement-1', 'any', [aNewFact('part-0-7')]);
    expect(repeated.facts[0]?.revision).toBe(7);
  });

  it('reads the whole log in batches of the size asked for', async () => {
    await store.append('placement-1', 'none', someNewFacts(7));
    const sizes: number[] = [];
    for await (const batch of store.readAll({ batchSize: 3 })) sizes.push(batch.length);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('resumes in the middle of a batch without a gap or a repeat', async () => {
    await store.append('placement-1', 'none', someNewFacts(10));
    const seen: RecordedFact[] = [];
    for await (const batch of store.readAll({ batchSize: 4 })) {
      seen.push(...batch.slice(0, 2));
      break;
    }
    for (let before = -1; seen.length > before;) {
      before = seen.length;
      const after = seen.at(-1)?.position ?? -1;
      for await (const batch of store.readAll({ after, batchSize: 4 })) {
        seen.push(...batch.slice(0, 3));
        break;
      }
    }
    expect(idsOf(seen)).toEqual(idsOf(someNewFacts(10)));
  });

  it('goes on to facts that were appended while it read', async () => {
    await store.append('placement-1', 'none', someNewFacts(4));
    const ids: string[] = [];
    for await (const batch of store.readAll({ batchSize: 2 })) {
      ids.push(...idsOf(batch));
      if (ids.length === 2) await store.append('placement-2', 'none', [aNewFact('meanwhile')]);
    }
    expect(ids).toEqual(['fact-0', 'fact-1', 'fact-2', 'fact-3', 'meanwhile']);
  });

  it('reads only the categories and types asked for', async () => {
    await store.append('placement-1', 'none', [aNewFact('a'), aNewFact('b', { type: 'PlacementEnded' })]);
    await store.append('missing-1', 'none', [aNewFact('c', { type: 'MissingReported' })]);
    await store.append('move-1', 'none', [aNewFact('d', { type: 'MoveNotified' })]);
    await store.append('placements-1', 'none', [aNewFact('e', { type: 'Other' })]);
    const read = async (filter: { categories?: string[]; types?: string[] }): Promise<readonly string[]> =>
      idsOf(await allOf(store.readAll({ filter, batchSize: 1 })));
    expect(await read({ categories: ['placement'] })).toEqual(['a', 'b']);
    expect(await read({ categories: ['missing', 'move'] })).toEqual(['c', 'd']);
    expect(await read({ types: ['PlacementEnded', 'MoveNotified'] })).toEqual(['b', 'd']);
    expect(await read({ categories: ['move'], types: ['PlacementEnded'] })).toEqual(['b', 'd']);
    expect(await read({ categories: [], types: [] })).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await read({ categories: ['none'] })).toEqual([]);
  });

  it('says that it was closed while a reader was under way, rather than seem complete', async () => {
    await store.append('placement-1', 'none', someNewFacts(9));
    const reading = async (): Promise<void> => {
      for await (const batch of store.readAll({ batchSize: 2 })) if (batch.length > 0) await store.close();
    };
    await expect(reading()).rejects.toMatchObject({ code: 'store/closed' });
  });

  it('serves many readers at once', async () => {
    await store.append('placement-1', 'none', someNewFacts(300));
    const readers = Array.from({ length: 8 }, () => allOf(store.readAll({ batchSize: 7 })));
    for (const facts of await Promise.all(readers)) expect(facts).toHaveLength(300);
  });
};
