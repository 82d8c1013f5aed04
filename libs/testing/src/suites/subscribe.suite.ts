import { setTimeout as pause } from 'node:timers/promises';
import { BEGINNING } from '@ibex/kernel';
import type { EventStore, SubscriptionMessage } from '@ibex/kernel';
import { aNewFact, someNewFacts } from '../builders';
import { factsOf, idsOf, messagesUntil } from '../collecting';

const holds =
  (count: number) =>
  (_: SubscriptionMessage, sofar: readonly SubscriptionMessage[]): boolean =>
    factsOf(sofar).length >= count;
const isCaughtUp = (message: SubscriptionMessage): boolean => message.kind === 'caught-up';

export const subscribeSuite = (makeStore: () => Promise<EventStore>): void => {
  let store: EventStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  it('says at once that it has caught up with an empty log', async () => {
    const messages = await messagesUntil(store.subscribe(), isCaughtUp);
    expect(messages).toEqual([{ kind: 'caught-up', position: BEGINNING }]);
  });

  it('catches up in batches, says so, then goes on live, without a gap or a repeat', async () => {
    await store.append('placement-1', 'none', someNewFacts(5, 'old'));
    const taken: SubscriptionMessage[] = [];
    for await (const message of store.subscribe({ batchSize: 2 })) {
      taken.push(message);
      if (message.kind === 'caught-up' && factsOf(taken).length === 5)
        await store.append('placement-2', 'none', someNewFacts(2, 'new'));
      if (factsOf(taken).length === 7) break;
    }
    expect(idsOf(factsOf(taken))).toEqual(['old-0', 'old-1', 'old-2', 'old-3', 'old-4', 'new-0', 'new-1']);
    expect(taken.filter((message) => message.kind === 'facts' && message.facts.length > 2)).toEqual([]);
    for (const message of taken)
      if (message.kind === 'facts') expect(message.position).toBe(message.facts.at(-1)?.position);
  });

  it('hands over live facts exactly as they are read back', async () => {
    const live = messagesUntil(store.subscribe(), holds(3));
    await pause(5);
    await store.append('placement-1', 'none', someNewFacts(2));
    await store.append('placement-1', 1, [aNewFact('third', { sealed: 'c2VhbGVk' })]);
    expect(factsOf(await live)).toEqual(await store.readStream('placement-1'));
  });

  it('starts after the position asked for', async () => {
    const first = await store.append('placement-1', 'none', someNewFacts(3));
    const after = first.facts[1]?.position ?? BEGINNING;
    const messages = await messagesUntil(store.subscribe({ after }), holds(1));
    expect(idsOf(factsOf(messages))).toEqual(['fact-2']);
  });

  it('hands over every fact once and in order while writers are at work', async () => {
    const live = messagesUntil(store.subscribe({ batchSize: 16 }), holds(600));
    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        for (let turn = 0; turn < 30; turn += 1)
          await store.append(`move-${writer}`, 'any', [aNewFact(`${writer}-${turn}`)]);
      }),
    );
    const positions = factsOf(await live).map((fact) => fact.position);
    expect(new Set(positions).size).toBe(600);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it('moves the checkpoint over facts that its filter passes over', async () => {
    await store.append('placement-1', 'none', someNewFacts(3));
    const taken: SubscriptionMessage[] = [];
    let later = BEGINNING;
    for await (const message of store.subscribe({ filter: { categories: ['missing'] }, batchSize: 2 })) {
      taken.push(message);
      if (later !== BEGINNING) break;
      later = (await store.append('placement-1', 2, [aNewFact('d')])).position;
    }
    const head = await store.head();
    expect(taken).toHaveLength(2);
    expect(taken.map((message) => message.kind)).toEqual(['caught-up', 'caught-up']);
    expect(taken[1]?.position).toBe(head);
  });

  it('hands over only the categories and types asked for, then the position it has reached', async () => {
    await store.append('placement-1', 'none', [aNewFact('a')]);
    await store.append('missing-1', 'none', [aNewFact('b', { type: 'MissingReported' })]);
    await store.append('move-1', 'none', [aNewFact('c', { type: 'MoveNotified' })]);
    await store.append('placement-1', 0, [aNewFact('d')]);
    const filter = { categories: ['missing'], types: ['MoveNotified'] };
    const messages = await messagesUntil(store.subscribe({ filter }), isCaughtUp);
    expect(idsOf(factsOf(messages))).toEqual(['b', 'c']);
    expect(messages.at(-1)).toEqual({ kind: 'caught-up', position: await store.head() });
  });

  it('waits for a slow subscriber, which then misses nothing', async () => {
    const ids: string[] = [];
    let unread = 0;
    let mostUnread = 0;
    const slow = (async () => {
      for await (const message of store.subscribe({ batchSize: 4 })) {
        if (message.kind !== 'facts') continue;
        unread += 1;
        mostUnread = Math.max(mostUnread, unread);
        expect(message.facts.length).toBeLessThanOrEqual(4);
        await pause(1);
        ids.push(...idsOf(message.facts));
        unread -= 1;
        if (ids.length === 100) break;
      }
    })();
    for (let done = 0; done < 100; done += 10)
      await store.append('placement-1', 'any', someNewFacts(10, `part-${done}`));
    await slow;
    expect(mostUnread).toBe(1);
    expect(new Set(ids).size).toBe(100);
  });

  it('serves each subscriber in its own time', async () => {
    await store.append('placement-1', 'none', someNewFacts(20));
    const [quick, slow] = await Promise.all([
      messagesUntil(store.subscribe({ batchSize: 20 }), holds(20)),
      messagesUntil(store.subscribe({ batchSize: 1 }), holds(20)),
    ]);
    expect(factsOf(quick)).toEqual(factsOf(slow));
  });

  it('ends when the signal aborts, while it waits and before it starts', async () => {
    const controller = new AbortController();
    const waiting = messagesUntil(store.subscribe({ signal: controller.signal }), () => false);
    await pause(5);
    controller.abort();
    expect(await waiting).toEqual([{ kind: 'caught-up', position: BEGINNING }]);
    expect(await messagesUntil(store.subscribe({ signal: controller.signal }), () => false)).toEqual([]);
  });

  it('ends when the store closes, while it waits and while it catches up', async () => {
    await store.append('placement-1', 'none', someNewFacts(10));
    const waiting = messagesUntil(store.subscribe(), () => false);
    const behind = store.subscribe({ batchSize: 2 })[Symbol.asyncIterator]();
    await behind.next();
    await pause(5);
    await store.close();
    expect(factsOf(await waiting)).toHaveLength(10);
    expect(await behind.next()).toMatchObject({ done: true });
  });
};
