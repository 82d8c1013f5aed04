import { BusUnavailable, MessageNotTaken, StoreUnavailable } from '@ibex/kernel';
import { MemoryMailbox } from '@ibex/adapters/memory';
import {
  BARNET,
  CROYDON,
  aDepot,
  confirmed,
  namesOf,
  seenBy,
  someEntries,
  until,
} from '../../fixtures/relay';
import type { Depot } from '../../fixtures/relay';
import type { RelayPorts } from './mailbox-relay';

const away = new BusUnavailable('bus/unreachable', 'the broker is away');
const refused = new BusUnavailable('bus/access-denied', 'the broker does not let us write');
const toCroydon = someEntries(12);
const toBarnet = someEntries(5, BARNET);

/** Runs a relay until every mailbox named is confirmed up to its end, then stops it. */
const bringOut = async (depot: Depot, ends: Readonly<Record<string, number>>, change = {}): Promise<void> => {
  const relay = depot.relay(change);
  for (const authority of Object.keys(ends)) relay.start(authority);
  const done = (): boolean => Object.entries(ends).every(([each, end]) => confirmed(depot, each) === end);
  await until(done, 'everything is confirmed');
  await Promise.all(Object.keys(ends).map((each) => relay.stop(each)));
};

describe('a relay', () => {
  it('brings out what waits, in order, and moves the cursor to its end', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    await bringOut(depot, { [CROYDON]: 12 });
    expect(depot.bus.held.map(({ event }) => event.sequence)).toEqual(toCroydon.map((_, at) => at + 1));
    const [first] = depot.bus.held;
    expect(first).toMatchObject({
      authority: CROYDON,
      key: 'record-0',
      event: { specversion: '1.0', id: `${CROYDON}-1`, subject: 'record-0', sequence: 1 },
    });
  });

  it('goes on from the cursor after a restart', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    await bringOut(depot, { [CROYDON]: 12 });
    await depot.deliver(someEntries(15).slice(12));
    await bringOut(depot, { [CROYDON]: 15 });
    expect(depot.bus.held).toHaveLength(15);
  });

  it('brings out what comes while it waits', async () => {
    const depot = await aDepot(new MemoryMailbox());
    const relay = depot.relay();
    relay.start(CROYDON);
    await until(() => relay.states()[0]?.confirmedUpTo === 0, 'the cursor is read');
    await depot.deliver(toCroydon);
    await until(() => confirmed(depot, CROYDON) === 12, 'all of it is confirmed');
    await relay.stop(CROYDON);
    expect(seenBy(depot.bus, CROYDON)).toEqual(namesOf(toCroydon));
  });

  it('sends the mailboxes that have something together', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon, toBarnet);
    await bringOut(depot, { [CROYDON]: 12, [BARNET]: 5 });
    expect(depot.bus.calls.map((messages) => messages.length)).toEqual([17]);
  });

  it('lets an entry of one authority leave beside the backlog of another', async () => {
    const backlog = someEntries(5_000);
    const depot = await aDepot(new MemoryMailbox(), backlog, toBarnet);
    await bringOut(depot, { [CROYDON]: 5_000, [BARNET]: 5 });
    const lastOfBarnet = depot.bus.held.findLastIndex(({ authority }) => authority === BARNET);
    expect(lastOfBarnet).toBeLessThan(1_000);
    expect(seenBy(depot.bus, CROYDON)).toEqual(namesOf(backlog));
  });

  it('reads the next entries while the present ones are published', async () => {
    const depot = await aDepot(new MemoryMailbox(), someEntries(1_500));
    let read = 0;
    let readDuringFirst = 0;
    depot.bus.answers = () =>
      new Promise((resolve) => setTimeout(resolve, depot.bus.calls.length === 1 ? 20 : 0));
    const mailbox = {
      read: async (...args: Parameters<Depot['mailbox']['read']>) => {
        if (depot.bus.calls.length === 1) readDuringFirst += 1;
        const entries = await depot.mailbox.read(...args);
        read += entries.length;
        return entries;
      },
      waitForMore: depot.mailbox.waitForMore.bind(depot.mailbox),
    };
    await bringOut(depot, { [CROYDON]: 1_500 }, { mailbox });
    expect({ read, ahead: readDuringFirst > 0 }).toEqual({ read: 1_500, ahead: true });
  });

  it('never has two batches of one mailbox under way, also while it tries again', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    const answers: (() => void)[] = [];
    depot.bus.faultOf = (_, call) => (call === 1 ? { holds: 3, error: away } : undefined);
    depot.bus.answers = () => new Promise((resolve) => answers.push(resolve));
    const relay = depot.relay();
    relay.start(CROYDON);
    await until(() => answers.length === 1, 'a batch is under way');
    answers[0]?.();
    await until(() => answers.length === 2, 'it tries again');
    await depot.deliver(someEntries(14).slice(12));
    await depot.deliver(toBarnet);
    relay.start(BARNET);
    await until(() => answers.length === 3, 'another mailbox is under way');
    expect(depot.bus.calls.map((messages) => messages[0]?.authority)).toEqual([CROYDON, CROYDON, BARNET]);
    expect(depot.bus.crowded).toEqual([]);
    depot.bus.answers = () => Promise.resolve();
    for (const answer of answers) answer();
    await Promise.all([relay.stop(CROYDON), relay.stop(BARNET)]);
  });
});

describe('a bus that is away', () => {
  it('is tried again until it takes everything, and nothing is lost or out of order', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon, toBarnet);
    depot.bus.faultOf = (_, call) => (call <= 6 ? { holds: call, error: away } : undefined);
    await bringOut(depot, { [CROYDON]: 12, [BARNET]: 5 });
    expect(seenBy(depot.bus, CROYDON)).toEqual(namesOf(toCroydon));
    expect(seenBy(depot.bus, BARNET)).toEqual(namesOf(toBarnet));
  });

  it('is told of, with the reason, and is over once it takes something', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    depot.bus.faultOf = (_, call) => (call <= 3 ? { holds: 0, error: away } : undefined);
    const relay = depot.relay();
    relay.start(CROYDON);
    await until(() => relay.states()[0]?.failing !== undefined, 'it fails');
    expect(relay.states()[0]).toMatchObject({
      authority: CROYDON,
      confirmedUpTo: 0,
      oldestPutAt: '2026-03-02T09:00:00.000Z',
      failing: { code: 'bus/unreachable' },
    });
    await until(() => confirmed(depot, CROYDON) === 12, 'all of it is confirmed');
    expect(relay.states()).toEqual([{ authority: CROYDON, confirmedUpTo: 12, oldestPutAt: undefined }]);
    await relay.stop(CROYDON);
  });

  it('holds up nobody else where it refuses one authority', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon, toBarnet);
    depot.bus.faultOf = (messages) =>
      messages.some(({ authority }) => authority === CROYDON) ? { holds: 0, error: refused } : undefined;
    const relay = depot.relay();
    for (const each of [CROYDON, BARNET]) relay.start(each);
    await until(() => confirmed(depot, BARNET) === 5, 'Barnet has its own');
    expect(relay.states()[0]).toMatchObject({ authority: CROYDON, failing: { code: 'bus/access-denied' } });
    await Promise.all([relay.stop(CROYDON), relay.stop(BARNET)]);
    expect(confirmed(depot, CROYDON)).toBe(0);
  });
});

describe('a message that the bus will never take', () => {
  const poison = `${CROYDON}-5`;
  const poisoned = (depot: Depot): void => {
    depot.bus.faultOf = (messages) => {
      const at = messages.findIndex(({ event }) => event.id === poison);
      return at < 0 ? undefined : { holds: at, error: new MessageNotTaken(poison, 'too large') };
    };
  };

  it('is set aside, and the others go on in order', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon, toBarnet);
    poisoned(depot);
    await bringOut(depot, { [CROYDON]: 12, [BARNET]: 5 });
    expect(depot.setAside).toEqual([poison]);
    expect(seenBy(depot.bus, CROYDON)).toEqual(namesOf(toCroydon).filter((id) => id !== poison));
    expect(seenBy(depot.bus, BARNET)).toEqual(namesOf(toBarnet));
  });

  it('holds its mailbox until it is on record as set aside', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    poisoned(depot);
    let tries = 0;
    let confirmedBefore = 12;
    const aside = {
      setAside: (...[entry]: Parameters<Depot['aside']['setAside']>) => {
        tries += 1;
        confirmedBefore = confirmed(depot, CROYDON);
        return tries < 3
          ? Promise.reject(new StoreUnavailable('store/unreachable', 'the log is away'))
          : depot.aside.setAside(entry);
      },
    };
    await bringOut(depot, { [CROYDON]: 12 }, { aside });
    expect([tries, confirmedBefore]).toEqual([3, 4]);
    expect(depot.setAside).toEqual([poison]);
  });
});

describe('a cursor', () => {
  it('never stands beyond what the bus has', async () => {
    const depot = await aDepot(new MemoryMailbox(), someEntries(1_200));
    let beyond = 0;
    const cursors = {
      at: depot.cursors.at.bind(depot.cursors),
      move: (...[channel, authority, from, to]: Parameters<Depot['cursors']['move']>) => {
        if (to > depot.bus.held.length) beyond += 1;
        return depot.cursors.move(channel, authority, from, to);
      },
    };
    await bringOut(depot, { [CROYDON]: 1_200 }, { cursors });
    expect(beyond).toBe(0);
  });

  it('is moved later where its store is away, without losing count', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    let tries = 0;
    const cursors = {
      at: depot.cursors.at.bind(depot.cursors),
      move: (...args: Parameters<Depot['cursors']['move']>) => {
        tries += 1;
        return tries < 4
          ? Promise.reject(new StoreUnavailable('store/timed-out', 'the database is away'))
          : depot.cursors.move(...args);
      },
    };
    await bringOut(depot, { [CROYDON]: 12 }, { cursors });
    expect(depot.bus.held).toHaveLength(12);
  });

  it('is moved also where its moment comes while the relay looks at the clock', async () => {
    const depot = await aDepot(new MemoryMailbox(), someEntries(3));
    let ms = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (ms += 0.4));
    let failures = 3;
    const move: RelayPorts['cursors']['move'] = (...to) => {
      failures -= 1;
      if (failures >= 0) return Promise.reject(new StoreUnavailable('store/unreachable', 'away'));
      return depot.cursors.move(...to);
    };
    try {
      await bringOut(
        depot,
        { [CROYDON]: 3 },
        { cursors: { at: depot.cursors.at.bind(depot.cursors), move } },
      );
    } finally {
      clock.mockRestore();
    }
    expect(confirmed(depot, CROYDON)).toBe(3);
  });

  it('is read again where another relay has moved it', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    depot.bus.answers = () => {
      if (depot.bus.calls.length === 1) depot.cursors.stands.set(`bus ${CROYDON}`, 7);
      return Promise.resolve();
    };
    await bringOut(depot, { [CROYDON]: 12 });
    expect(depot.bus.calls.map((messages) => messages.map(({ event }) => event.sequence))).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [8, 9, 10, 11, 12],
    ]);
  });
});

describe('a batch under way while another relay moves the cursor', () => {
  it('does not count for what is read from where the cursor stands then', async () => {
    const depot = await aDepot(new MemoryMailbox(), someEntries(9));
    let answerSecond: () => void = () => undefined;
    depot.bus.answers = () => {
      if (depot.bus.calls.length !== 2) return Promise.resolve();
      return new Promise((resolve) => (answerSecond = resolve));
    };
    const cursors = {
      at: depot.cursors.at.bind(depot.cursors),
      move: async (...to: Parameters<Depot['cursors']['move']>) => {
        await until(() => depot.bus.calls.length >= 2, 'the second batch is under way');
        if (to[3] === 3) depot.cursors.stands.set(`bus ${CROYDON}`, 8);
        await depot.cursors.move(...to);
      },
    };
    const relay = depot.relay({ cursors, sizes: { read: 3, batch: 3 } });
    relay.start(CROYDON);
    await until(() => relay.states()[0]?.confirmedUpTo === 8, 'the cursor is read again');
    await until(() => relay.states()[0]?.oldestPutAt !== undefined, 'what is after it is read');
    answerSecond();
    await until(() => confirmed(depot, CROYDON) === 9, 'all of it is confirmed');
    await relay.stop(CROYDON);
    expect(depot.bus.held.map(({ event }) => event.sequence)).toEqual([1, 2, 3, 4, 5, 6, 9]);
  });
});

describe('a relay that gives up a mailbox', () => {
  it('waits for the batch in hand and its cursor', async () => {
    const depot = await aDepot(new MemoryMailbox(), toCroydon);
    let answer: () => void = () => undefined;
    depot.bus.answers = () => new Promise((resolve) => (answer = resolve));
    const relay = depot.relay();
    relay.start(CROYDON);
    await until(() => depot.bus.calls.length === 1, 'a batch is under way');
    let stopped = false;
    const stopping = relay.stop(CROYDON).then(() => (stopped = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(stopped).toBe(false);
    answer();
    await stopping;
    expect(confirmed(depot, CROYDON)).toBe(12);
  });

  it('sends nothing of it any more, and takes it up again when told to', async () => {
    const depot = await aDepot(new MemoryMailbox());
    const relay = depot.relay();
    relay.start(CROYDON);
    const stopping = relay.stop(CROYDON);
    await depot.deliver(toCroydon);
    await stopping;
    expect([relay.states(), depot.bus.calls]).toEqual([[], []]);
    relay.start(CROYDON);
    await until(() => confirmed(depot, CROYDON) === 12, 'all of it is confirmed');
    await relay.stop(CROYDON);
    expect(depot.bus.held).toHaveLength(12);
  });
});
