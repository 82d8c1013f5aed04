import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import type { SubscribeOptions, SubscriptionMessage } from '@ibex/kernel';
import { allOf, aNewFact, factsOf, idsOf, messagesUntil, someNewFacts } from '@ibex/testing';
import { StandIn } from './stand-in';

jest.setTimeout(30_000);

let standIn: StandIn;
let store: EventStoreDbStore;

beforeEach(async () => {
  standIn = await StandIn.start();
  store = new EventStoreDbStore({ connectionString: standIn.connectionString, deadlineMs: 2000 });
});

afterEach(async () => {
  await store.close();
  await standIn.stop();
});

/** Follows until a fact of this id has come. */
const follow = (id: string, options: SubscribeOptions = {}): Promise<readonly SubscriptionMessage[]> =>
  messagesUntil(store.subscribe(options), (message) =>
    message.kind === 'facts' ? idsOf(message.facts).includes(id) : false,
  );

const appendOneByOne = async (
  count: number,
  meanwhile: (turn: number) => Promise<void> | void,
): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) {
    await store.append('move-1', 'any', [aNewFact(`turn-${turn}`)]);
    await meanwhile(turn);
  }
  await store.append('move-1', 'any', [aNewFact('last')]);
};
const inOrder = (count: number): readonly string[] => [
  ...Array.from({ length: count }, (_, turn) => `turn-${turn}`),
  'last',
];

describe('a subscription that meets a fault', () => {
  it.each([
    ['every event delivered twice', () => (standIn.faults.duplicates = true)],
    ['subscriptions killed', (turn: number) => turn % 5 === 0 && standIn.killSubscriptions()],
    ['connections cut', (turn: number) => turn % 9 === 0 && standIn.cutConnections()],
    ['reads refused by a node that does not lead', () => (standIn.faults.notLeaderReads = 1)],
    ['events of the server’s own in between', () => standIn.node.writeSystemEvents(3)],
    ['no word of having caught up', () => (standIn.faults.checkpointsOnly = true)],
  ])('hands over every fact once and in order (%s)', async (_, meanwhile) => {
    const live = follow('last');
    await appendOneByOne(25, async (turn) => {
      await meanwhile(turn);
      await pause(8);
    });
    const messages = await live;
    expect(idsOf(factsOf(messages))).toEqual(inOrder(25));
    expect(factsOf(messages)).toEqual(await store.readStream('move-1'));
    const positions = messages.map((message) => message.position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it.each([
    ['categories', { categories: ['move'] }],
    ['types', { types: ['MoveNotified'] }],
    ['either', { categories: ['move'], types: ['Other'] }],
  ])('keeps to its filter by %s through all of it', async (_, filter) => {
    const live = follow('wanted-19', { filter, batchSize: 3 });
    for (let turn = 0; turn < 20; turn += 1) {
      await store.append('placement-1', 'any', [aNewFact(`other-${turn}`)]);
      await store.append('move-1', 'any', [aNewFact(`wanted-${turn}`, { type: 'MoveNotified' })]);
      if (turn % 6 === 0) standIn.killSubscriptions();
      if (turn === 10) standIn.cutConnections();
      if (turn > 15) standIn.faults.duplicates = true;
    }
    expect(idsOf(factsOf(await live))).toEqual(Array.from({ length: 20 }, (__, turn) => `wanted-${turn}`));
  });

  it('reads on from a connection over which nothing comes any more', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const impatient = new EventStoreDbStore({
      connectionString: standIn.connectionString,
      keepAliveIntervalMs: 300,
      keepAliveTimeoutMs: 200,
    });
    warn.mockRestore();
    const live = messagesUntil(impatient.subscribe(), (_, sofar) => factsOf(sofar).length === 2);
    await store.append('move-1', 'none', [aNewFact('a')]);
    await pause(200);
    standIn.freeze(true);
    await pause(800);
    standIn.freeze(false);
    await pause(100);
    await store.append('move-1', 'any', [aNewFact('b')]);
    expect(idsOf(factsOf(await live))).toEqual(['a', 'b']);
    await impatient.close();
  });
});

describe('a checkpoint', () => {
  it('moves over facts that the filter passes over, and not over what the server writes for itself', async () => {
    const first = await store.append('placement-1', 'none', someNewFacts(3));
    const taken: SubscriptionMessage[] = [];
    const controller = new AbortController();
    const filter = { categories: ['missing'] };
    const following = (async () => {
      for await (const message of store.subscribe({ filter, signal: controller.signal })) taken.push(message);
    })();
    const told = async (count: number): Promise<void> => {
      while (taken.length < count) await pause(5);
    };
    await told(1);
    await standIn.node.writeSystemEvents(40);
    const passed = await store.append('placement-1', 2, [aNewFact('passed')]);
    await told(2);
    await standIn.node.writeSystemEvents(40);
    await pause(150);
    const wanted = await store.append('missing-1', 'none', [aNewFact('wanted')]);
    await told(3);
    controller.abort();
    await following;
    const [one, ...others] = taken;
    expect(one).toEqual({ kind: 'caught-up', position: first.position });
    expect(others.at(-1)).toEqual({ kind: 'facts', facts: wanted.facts, position: wanted.position });
    expect(others.slice(0, -1).map(({ kind }) => kind)).toEqual(['caught-up']);
    expect(others[0]?.position).toBe(passed.position);
  });

  it('moves over a long log in which nothing matches, on a server that sends nothing but checkpoints', async () => {
    standIn.faults.checkpointsOnly = true;
    for (let part = 0; part < 3; part += 1)
      await store.append('placement-1', 'any', someNewFacts(300, `part-${part}`));
    const head = await store.head();
    const filter = { categories: ['missing'] };
    expect(await messagesUntil(store.subscribe({ filter }), () => true)).toEqual([
      { kind: 'caught-up', position: head },
    ]);
    expect(await allOf(store.readAll({ filter }))).toEqual([]);
    expect(await allOf(store.readAll({ filter: { types: ['PlacementNotified'] } }))).toHaveLength(900);
  });
});

describe('a slow reader', () => {
  it('makes the server wait, is told nothing twice, and goes on where it was', async () => {
    for (let part = 0; part < 6; part += 1)
      await store.append('placement-1', 'any', someNewFacts(400, `part-${part}`));
    const seen: string[] = [];
    for await (const message of store.subscribe({ batchSize: 100 })) {
      if (message.kind === 'facts') seen.push(...idsOf(message.facts));
      if (seen.length < 1200) await pause(10);
      if (seen.length === 600) standIn.killSubscriptions();
      if (seen.length >= 2400) break;
    }
    expect(seen).toHaveLength(2400);
    expect(new Set(seen).size).toBe(2400);
  });
});

describe('a cluster', () => {
  it('is followed to its new leader by appends, reads and subscriptions', async () => {
    const second = await StandIn.start({ sharing: standIn });
    second.follow(standIn);
    const { host, port } = second.endpoint;
    const both = `esdb://${standIn.endpoint.host}:${standIn.endpoint.port},${host}:${port}?tls=false`;
    const cluster = new EventStoreDbStore({ connectionString: both, deadlineMs: 5000 });
    const live = messagesUntil(cluster.subscribe(), (_, sofar) => factsOf(sofar).length === 4);
    await cluster.append('move-1', 'none', [aNewFact('a')]);
    second.lead();
    standIn.follow(second);
    await cluster.append('move-1', 0, [aNewFact('b')]);
    await standIn.goAway();
    await cluster.append('move-1', 1, [aNewFact('c')]);
    await cluster.append('move-1', 2, [aNewFact('d')]);
    expect(idsOf(await cluster.readStream('move-1'))).toEqual(['a', 'b', 'c', 'd']);
    expect(idsOf(factsOf(await live))).toEqual(['a', 'b', 'c', 'd']);
    // A follower may trail the leader, so nothing is asked of it.
    expect([standIn.node.takenAsFollower, second.node.takenAsFollower]).toEqual([0, 0]);
    await cluster.close();
    await second.stop();
  });
});
