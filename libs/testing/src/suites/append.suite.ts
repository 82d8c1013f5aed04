import { BEGINNING, FactTooLarge, MAX_FACT_BYTES, RevisionConflict, StoreUnavailable } from '@ibex/kernel';
import type { EventStore } from '@ibex/kernel';
import { aNewFact, someMetadata, someNewFacts } from '../builders';
import { allOf, idsOf } from '../collecting';

export const appendSuite = (makeStore: () => Promise<EventStore>): void => {
  let store: EventStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  it('starts empty', async () => {
    expect(await store.head()).toBe(BEGINNING);
    expect(await store.readStream('placement-1')).toEqual([]);
    expect(await allOf(store.readAll())).toEqual([]);
  });

  it('gives back each fact whole, with its stream, category, revision and position', async () => {
    const first = aNewFact('a', { sealed: 'c2VhbGVk', data: { host: 'E09000008', count: 2, flag: true } });
    const second = aNewFact('b', { type: 'PlacementEnded', metadata: { ...someMetadata, causationId: 'a' } });
    const appended = await store.append('placement-1', 'none', [first, second]);
    const head = await store.head();
    const expected = [
      {
        ...first,
        stream: 'placement-1',
        category: 'placement',
        revision: 0,
        position: appended.facts[0]?.position,
      },
      { ...second, stream: 'placement-1', category: 'placement', revision: 1, position: head },
    ];
    expect(appended).toEqual({ facts: expected, position: head, repeated: false });
    expect(await store.readStream('placement-1')).toEqual(appended.facts);
    expect(await allOf(store.readAll())).toEqual(appended.facts);
  });

  it('keeps what JSON keeps and nothing else, the same live and read back', async () => {
    const appended = await store.append('placement-1', 'any', [
      aNewFact('a', { data: { told: null, untold: undefined, list: [1, 'two', { three: 3 }] } }),
    ]);
    expect(appended.facts[0]?.data).toStrictEqual({ told: null, list: [1, 'two', { three: 3 }] });
    expect(JSON.stringify(await store.readStream('placement-1'))).toBe(JSON.stringify(appended.facts));
  });

  it('does not let a caller alter what was recorded', async () => {
    const data = { note: 'as told' };
    await store.append('placement-1', 'any', [aNewFact('a', { data })]);
    data.note = 'altered later';
    expect((await store.readStream('placement-1'))[0]?.data).toEqual({ note: 'as told' });
  });

  it('refuses a new stream that is already there', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await expect(store.append('placement-1', 'none', [aNewFact('b')])).rejects.toThrow(
      new RevisionConflict('placement-1', 'none', 0),
    );
    expect(idsOf(await store.readStream('placement-1'))).toEqual(['a']);
  });

  it.each([
    ['ahead of', 1],
    ['behind', 3],
  ])('refuses an exact revision when the stream is %s it', async (_, held) => {
    await store.append('placement-1', 'none', someNewFacts(held));
    const attempt = store.append('placement-1', 1, [aNewFact('late')]);
    await expect(attempt).rejects.toBeInstanceOf(RevisionConflict);
    await expect(attempt).rejects.toMatchObject({ actual: held - 1, expected: 1, stream: 'placement-1' });
    expect(await store.readStream('placement-1')).toHaveLength(held);
  });

  it('refuses an exact revision of a stream that is not there', async () => {
    await expect(store.append('placement-1', 0, [aNewFact('a')])).rejects.toMatchObject({ actual: -1 });
    expect(await store.head()).toBe(BEGINNING);
  });

  it('takes an exact revision that is right, and any', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await store.append('placement-1', 0, [aNewFact('b'), aNewFact('c')]);
    await store.append('placement-1', 2, [aNewFact('d')]);
    await store.append('placement-1', 'any', [aNewFact('e')]);
    await store.append('placement-2', 'any', [aNewFact('f')]);
    const facts = await store.readStream('placement-1');
    expect(facts.map((fact) => [fact.id, fact.revision])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
      ['e', 4],
    ]);
  });

  it.each(['any', 'none', 0, 1, 7] as const)(
    'answers a repeated append as the first time, whatever it expects (%s)',
    async (expected) => {
      const facts = [aNewFact('a'), aNewFact('b')];
      const first = await store.append('placement-1', 'none', facts);
      await store.append('placement-1', 1, [aNewFact('c')]);
      expect(await store.append('placement-1', expected, facts)).toEqual({ ...first, repeated: true });
      expect(idsOf(await allOf(store.readAll()))).toEqual(['a', 'b', 'c']);
    },
  );

  it('answers a repeat with what was recorded, not with what was sent the second time', async () => {
    const first = await store.append('placement-1', 'none', [aNewFact('a', { data: { note: 'first' } })]);
    const again = await store.append('placement-1', 'none', [aNewFact('a', { data: { note: 'second' } })]);
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('refuses facts of which some are held and others are not, and writes none', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    const overlap = store.append('placement-1', 0, [aNewFact('a'), aNewFact('b')]);
    await expect(overlap).rejects.toBeInstanceOf(RevisionConflict);
    expect(idsOf(await allOf(store.readAll()))).toEqual(['a']);
  });

  it('refuses the same id twice in one append', async () => {
    const twice = store.append('placement-1', 'none', [aNewFact('a'), aNewFact('a')]);
    await expect(twice).rejects.toBeInstanceOf(RevisionConflict);
    expect(await store.head()).toBe(BEGINNING);
  });

  it('keeps ids apart by stream', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await store.append('placement-2', 'none', [aNewFact('a')]);
    expect(await allOf(store.readAll())).toHaveLength(2);
  });

  it('refuses a fact of more than 1 MiB by name and size, and writes none of its append', async () => {
    const data = { text: 'x'.repeat(MAX_FACT_BYTES) };
    const large = store.append('placement-1', 'none', [aNewFact('a'), aNewFact('b', { data })]);
    await expect(large).rejects.toBeInstanceOf(FactTooLarge);
    await expect(large).rejects.toMatchObject({
      factType: 'PlacementNotified',
      limitBytes: MAX_FACT_BYTES,
    });
    expect(await store.head()).toBe(BEGINNING);
  });

  it('counts bytes, not characters', async () => {
    const data = { text: 'é'.repeat(MAX_FACT_BYTES / 2) };
    await expect(store.append('placement-1', 'none', [aNewFact('a', { data })])).rejects.toBeInstanceOf(
      FactTooLarge,
    );
  });

  it('takes a fact just under 1 MiB', async () => {
    const data = { text: 'x'.repeat(MAX_FACT_BYTES - 2048) };
    await store.append('placement-1', 'none', [aNewFact('a', { data })]);
    expect((await store.readStream('placement-1'))[0]?.data).toEqual(data);
  });

  it('keeps every script, emoji, quote and control character', async () => {
    const data = { text: 'Żaneta Ó Súilleabháin 王小明 مريم 👩‍👧 \u0000 \u2028 " \\ \n', ключ: "O'Neil" };
    const stream = 'placement-ünïcode-Ж';
    await store.append(stream, 'none', [aNewFact('é', { data })]);
    expect(await store.readStream(stream)).toMatchObject([{ id: 'é', data, stream }]);
  });

  it('says that it is closed', async () => {
    await store.close();
    const closed = { code: 'store/closed' };
    await expect(store.append('placement-1', 'any', [aNewFact('a')])).rejects.toMatchObject(closed);
    await expect(store.readStream('placement-1')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.head()).rejects.toMatchObject(closed);
    await expect(allOf(store.readAll())).rejects.toMatchObject(closed);
  });

  it('closes twice as well as once, after the appends under way', async () => {
    const underWay = store.append('placement-1', 'none', [aNewFact('a')]);
    await store.close();
    await store.close();
    expect((await underWay).facts).toHaveLength(1);
  });
};
