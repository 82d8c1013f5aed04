import { RevisionConflict } from '@ibex/kernel';
import type { EventStore, NewFact } from '@ibex/kernel';
import { aNewFact } from '../builders';
import { allOf, idsOf } from '../collecting';

/** Reads, expects what it read, appends; begins again when another was faster. */
const appendWithRetry = async (store: EventStore, stream: string, fact: NewFact): Promise<void> => {
  for (;;) {
    const held = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    try {
      await store.append(stream, held[0]?.revision ?? 'none', [fact]);
      return;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
};

const ascending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));

export const concurrencySuite = (makeStore: () => Promise<EventStore>): void => {
  let store: EventStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  it('lands every fact of 50 writers to one stream once, without a gap', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `writer-${index}`);
    await Promise.all(ids.map((id) => appendWithRetry(store, 'placement-1', aNewFact(id))));
    const facts = await store.readStream('placement-1');
    expect([...idsOf(facts)].sort()).toEqual([...ids].sort());
    expect(facts.map((fact) => fact.revision)).toEqual(ids.map((_, index) => index));
    expect(ascending(facts.map((fact) => fact.position))).toBe(true);
  });

  it('lets exactly one of 50 writers open a stream; the others learn where it stands', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => store.append('placement-1', 'none', [aNewFact(`f-${index}`)])),
    );
    const refused = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(refused).toHaveLength(49);
    expect(refused.every(({ reason }) => reason instanceof RevisionConflict && reason.actual === 0)).toBe(
      true,
    );
    expect(await store.readStream('placement-1')).toHaveLength(1);
  });

  it('does not let one refused append harm those beside it', async () => {
    await store.append('placement-taken', 'none', [aNewFact('first')]);
    const attempts = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        index % 3 === 0
          ? store.append('placement-taken', 'none', [aNewFact(`refused-${index}`)])
          : store.append(`placement-${index}`, 'none', [aNewFact(`taken-${index}`)]),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(40);
    const ids = idsOf(await allOf(store.readAll()));
    expect(ids).toHaveLength(41);
    expect(ids.some((id) => id.startsWith('refused'))).toBe(false);
  });

  it('records a repeat beside its first only once', async () => {
    const fact = aNewFact('same');
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () => store.append('placement-1', 'any', [fact])),
    );
    expect(new Set(attempts.map((attempt) => attempt.position)).size).toBe(1);
    expect(await store.readStream('placement-1')).toHaveLength(1);
  });

  it('keeps the facts of one append together and in order beside other writers', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, writer) =>
        store.append(
          `move-${writer}`,
          'none',
          ['a', 'b', 'c'].map((part) => aNewFact(`${writer}-${part}`)),
        ),
      ),
    );
    const ids = idsOf(await allOf(store.readAll()));
    for (let writer = 0; writer < 30; writer += 1) {
      const at = ids.indexOf(`${writer}-a`);
      expect(ids.slice(at, at + 3)).toEqual([`${writer}-a`, `${writer}-b`, `${writer}-c`]);
    }
  });

  it('orders facts across streams as they were acknowledged', async () => {
    for (let turn = 0; turn < 12; turn += 1)
      await store.append(`${turn % 2 === 0 ? 'placement' : 'missing'}-${turn % 4}`, 'any', [
        aNewFact(`turn-${turn}`),
      ]);
    const facts = await allOf(store.readAll());
    expect(idsOf(facts)).toEqual(Array.from({ length: 12 }, (_, turn) => `turn-${turn}`));
    expect(ascending(facts.map((fact) => fact.position))).toBe(true);
    expect(facts.at(-1)?.position).toBe(await store.head());
  });
};
