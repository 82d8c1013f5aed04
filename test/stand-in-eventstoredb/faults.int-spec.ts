import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import { BEGINNING, FactTooLarge, StoreUnavailable } from '@ibex/kernel';
import type { EventStore, NewFact, SubscriptionMessage } from '@ibex/kernel';
import { allOf, aNewFact, factsOf, idsOf, messagesUntil, someNewFacts } from '@ibex/testing';
import { APPEND_FAULTS } from './faults';
import { StandIn } from './stand-in';

jest.setTimeout(30_000);

let standIn: StandIn;
let store: EventStoreDbStore;
let stores: EventStoreDbStore[];

const another = (deadlineMs = 5000, on = standIn): EventStoreDbStore => {
  const opened = new EventStoreDbStore({ connectionString: on.connectionString, deadlineMs });
  stores.push(opened);
  return opened;
};

beforeEach(async () => {
  stores = [];
  standIn = await StandIn.start();
  store = another();
});

afterEach(async () => {
  await standIn.comeBack();
  standIn.freeze(false);
  for (const opened of stores) await opened.close();
  await standIn.stop();
});

const holds =
  (count: number) =>
  (_: SubscriptionMessage, sofar: readonly SubscriptionMessage[]): boolean =>
    factsOf(sofar).length >= count;

/** Sends again what was not acknowledged, with the same ids, as a caller does. */
const appendInTheEnd = async (on: EventStore, stream: string, fact: NewFact): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) {
    try {
      await on.append(stream, 'any', [fact]);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(20);
    }
  }
  throw new Error('never acknowledged');
};

describe('an append that meets a fault', () => {
  it.each([
    ['drop-before-commit', 'none'],
    ['drop-before-commit', 'any'],
    ['drop-after-commit', 'none'],
    ['drop-after-commit', 'any'],
    ['not-leader', 'none'],
    ['not-leader', 'any'],
    ['too-busy', 'none'],
    ['wrong-expected-version', 'any'],
    ['late', 'none'],
  ] as const)('is done once all the same (%s, expecting %s)', async (fault, expected) => {
    standIn.faults.plan(fault);
    const appended = await store.append('placement-1', expected, someNewFacts(2));
    expect(appended.repeated).toBe(false);
    expect(idsOf(appended.facts)).toEqual(['fact-0', 'fact-1']);
    expect(await allOf(store.readAll())).toEqual(appended.facts);
    expect(await store.append('placement-1', expected, someNewFacts(2))).toEqual({
      ...appended,
      repeated: true,
    });
  });

  it.each(['drop-after-commit', 'timed-out', 'late'] as const)(
    'whose outcome stays unknown can be repeated, by another process as well (%s)',
    async (fault) => {
      const hasty = another(1500);
      standIn.faults.lateMs = 2500;
      standIn.faults.plan(fault, 4);
      const first = aNewFact('a', { data: { note: 'first' } });
      await expect(hasty.append('placement-1', 'none', [first])).rejects.toBeInstanceOf(StoreUnavailable);
      standIn.faults.clear();
      const second = aNewFact('a', { data: { note: 'second' } });
      for (const process of [another(), hasty, store]) {
        const again = await process.append('placement-1', 'none', [second]);
        expect(again.repeated).toBe(true);
        expect(again.facts[0]?.data).toEqual({ note: 'first' });
      }
      expect(idsOf(await allOf(store.readAll()))).toEqual(['a']);
    },
  );

  it('that comes at a revision which has moved on is told where the stream stands', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    const late = another();
    await expect(late.append('placement-1', 'none', [aNewFact('b')])).rejects.toMatchObject({
      code: 'store/revision-conflict',
      actual: 0,
    });
    await expect(late.append('placement-1', 4, [aNewFact('b')])).rejects.toMatchObject({ actual: 0 });
  });

  it('to a stream that another process has moved on is taken where it now stands, and its repeats are known', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    const moved = await another().append('placement-1', 0, [aNewFact('b')]);
    expect((await store.append('placement-1', 1, [aNewFact('c')])).facts[0]?.revision).toBe(2);
    expect(await store.append('placement-1', 7, [aNewFact('b')])).toEqual({ ...moved, repeated: true });
  });

  it('with ids that lie further back in the stream is a repeat, although the server would write them again', async () => {
    const first = await store.append('placement-1', 'none', [aNewFact('a')]);
    await store.append('placement-1', 0, [aNewFact('b')]);
    for (const process of [store, another()])
      expect(await process.append('placement-1', 1, [aNewFact('a')])).toEqual({ ...first, repeated: true });
    expect(idsOf(await allOf(store.readAll()))).toEqual(['a', 'b']);
  });

  it('that two processes send at one moment is recorded once, and both answer with what was recorded', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const stream = `placement-${turn}`;
      const [one, two] = await Promise.all([
        store.append(stream, 'none', [aNewFact(`f-${turn}`, { data: { by: 'one' } })]),
        another().append(stream, 'none', [aNewFact(`f-${turn}`, { data: { by: 'two' } })]),
      ]);
      expect([one.repeated, two.repeated].sort()).toEqual([false, true]);
      expect(one.facts).toEqual(two.facts);
    }
  });

  it('beyond what the server takes at once is refused with the setting to raise, and writes nothing', async () => {
    const small = await StandIn.start({ maxAppendBytes: 10_000 });
    const on = another(5000, small);
    await expect(on.append('placement-1', 'none', someNewFacts(100))).rejects.toMatchObject({
      fault: 'store/failed',
      message: expect.stringMatching(/takes 10000 at once.*MaxAppendSize/) as string,
    });
    const large = aNewFact('a', { data: { text: 'x'.repeat(20_000) } });
    const attempt = on.append('placement-1', 'none', [large]);
    await expect(attempt).rejects.toBeInstanceOf(FactTooLarge);
    await expect(attempt).rejects.toMatchObject({ limitBytes: 10_000 });
    expect(await on.head()).toBe(BEGINNING);
    await on.close();
    await small.stop();
  });
});

describe('many appends while every fault comes and goes', () => {
  it('are each in the log once, and in every follower once and in order', async () => {
    const writers = 6;
    const each = 20;
    const live = messagesUntil(store.subscribe({ batchSize: 8 }), holds(writers * each));
    const rest = another(700);
    standIn.faults.lateMs = 50;
    standIn.faults.duplicates = true;
    const trouble = (async () => {
      for (const fault of [...APPEND_FAULTS, ...APPEND_FAULTS]) {
        standIn.faults.plan(fault, 2);
        await pause(60);
        standIn.killSubscriptions();
        if (fault === 'too-busy') standIn.cutConnections();
      }
    })();
    const work = Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; turn < each; turn += 1)
        await appendInTheEnd(
          writer % 2 === 0 ? store : rest,
          `move-${writer}`,
          aNewFact(`${writer}-${turn}`),
        );
    });
    await Promise.all([...work, trouble]);
    standIn.faults.clear();
    const facts = await allOf(store.readAll());
    expect(facts).toHaveLength(writers * each);
    expect(factsOf(await live)).toEqual(facts);
    for (let writer = 0; writer < writers; writer += 1)
      expect(idsOf(await store.readStream(`move-${writer}`))).toEqual(
        Array.from({ length: each }, (_, turn) => `${writer}-${turn}`),
      );
  });
});

describe('a server that is not there', () => {
  it('is reported within the deadline, by every call', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await standIn.goAway();
    const hasty = another(3000);
    for (const call of [
      () => hasty.append('placement-1', 'any', [aNewFact('b')]),
      () => hasty.append('placement-1', 0, [aNewFact('b')]),
      () => hasty.readStream('placement-1'),
      () => hasty.head(),
      () => allOf(hasty.readAll()),
    ]) {
      const began = performance.now();
      await expect(call()).rejects.toMatchObject({ fault: 'store/unreachable' });
      expect(performance.now() - began).toBeLessThan(8000);
    }
  });

  it('is reported within the deadline when it holds the connection and says nothing', async () => {
    const hasty = another(500);
    await hasty.append('placement-1', 'none', [aNewFact('a')]);
    standIn.freeze(true);
    for (const call of [
      () => hasty.append('placement-1', 0, [aNewFact('b')]),
      () => hasty.readStream('placement-1'),
      () => hasty.head(),
    ]) {
      const began = performance.now();
      await expect(call()).rejects.toMatchObject({ fault: 'store/timed-out' });
      expect(performance.now() - began).toBeLessThan(4000);
    }
    standIn.freeze(false);
    expect(idsOf(await store.readStream('placement-1'))[0]).toBe('a');
  });

  it('is gone on with when it comes back, by a subscription by itself', async () => {
    await store.append('placement-1', 'none', someNewFacts(3, 'before'));
    const seen: string[] = [];
    const live = (async () => {
      for await (const message of store.subscribe()) {
        if (message.kind === 'facts') seen.push(...idsOf(message.facts));
        if (seen.length === 5) break;
      }
    })();
    await pause(100);
    await standIn.goAway();
    await expect(another(3000).append('placement-1', 2, [aNewFact('lost')])).rejects.toMatchObject({
      fault: 'store/unreachable',
    });
    await pause(700);
    await standIn.comeBack();
    await another().append('placement-1', 2, someNewFacts(2, 'after'));
    await live;
    expect(seen).toEqual(['before-0', 'before-1', 'before-2', 'after-0', 'after-1']);
  });

  it('does not keep a subscription from ending', async () => {
    const controller = new AbortController();
    const live = messagesUntil(store.subscribe({ signal: controller.signal }), () => false);
    await pause(100);
    await standIn.goAway();
    await pause(300);
    controller.abort();
    expect(await live).toEqual([{ kind: 'caught-up', position: BEGINNING }]);
    const closing = messagesUntil(another().subscribe(), () => false);
    await pause(100);
    for (const opened of stores) await opened.close();
    expect(await closing).toEqual([]);
  });
});
