import fc from 'fast-check';
import { BusUnavailable, MessageNotTaken, StoreUnavailable } from '@ibex/kernel';
import type { BusMessage } from '@ibex/kernel';
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

const toCroydon = someEntries(9);
const toBarnet = someEntries(4, BARNET);
const ends = { [CROYDON]: 9, [BARNET]: 4 };
const poison = `${CROYDON}-6`;
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** So small that a mailbox takes several batches. */
const sizes = { read: 3, batch: 5 };

const takesAllBut = (depot: Depot): void => {
  depot.bus.faultOf = (messages) => {
    const at = messages.findIndex(({ event }) => event.id === poison);
    return at < 0 ? undefined : { holds: at, error: new MessageNotTaken(poison, 'too large') };
  };
};

/**
 * The ports of a process that dies at its n-th step, before or after the step has had its effect: from then on nothing
 * that it asks for is answered, and nothing that it does has an effect.
 */
const dyingAt = (depot: Depot, step: number, when: 'before' | 'after') => {
  let steps = 0;
  const life = new AbortController();
  const does = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (life.signal.aborted) return never();
    if (steps < step) return work();
    life.abort();
    if (when === 'after') await work().catch(() => undefined);
    return never();
  };
  const { bus, mailbox, cursors, aside } = depot;
  const ports: Partial<RelayPorts> = {
    bus: { channel: 'bus', publish: (messages) => does(() => bus.publish(messages)) },
    cursors: {
      at: (...named) => does(() => cursors.at(...named)),
      move: (...to) => does(() => cursors.move(...to)),
    },
    mailbox: {
      read: (...from) => does(() => mailbox.read(...from)),
      waitForMore: (authority, after) =>
        life.signal.aborted ? never() : mailbox.waitForMore(authority, after, 20, life.signal),
    },
    aside: { setAside: (entry) => does(() => aside.setAside(entry)) },
  };
  return { ports, isDead: () => life.signal.aborted };
};

const isBroughtOut = (depot: Depot): boolean =>
  Object.entries(ends).every(([authority, end]) => confirmed(depot, authority) === end);

const bringOutTheRest = async (depot: Depot, change: Partial<RelayPorts> = {}): Promise<void> => {
  const relay = depot.relay({ sizes, ...change });
  for (const authority of Object.keys(ends)) relay.start(authority);
  await until(() => isBroughtOut(depot), 'everything is confirmed');
  await Promise.all(Object.keys(ends).map((each) => relay.stop(each)));
};

const expectOnceAndInOrder = (depot: Depot, without: readonly string[] = []): void => {
  const all = [...namesOf(toCroydon), ...namesOf(toBarnet)].filter((id) => !without.includes(id));
  expect([...seenBy(depot.bus, CROYDON), ...seenBy(depot.bus, BARNET)]).toEqual(all);
};

/** Lets a relay die at a step and another one go on; false when it was done before that step. */
const killedAt = async (step: number, when: 'before' | 'after'): Promise<boolean> => {
  const depot = await aDepot(new MemoryMailbox(), toCroydon, toBarnet);
  takesAllBut(depot);
  const { ports, isDead } = dyingAt(depot, step, when);
  const relay = depot.relay({ sizes, ...ports });
  for (const authority of Object.keys(ends)) relay.start(authority);
  await until(() => isDead() || isBroughtOut(depot), 'it dies or is done');
  const stopping = Promise.all(Object.keys(ends).map((each) => relay.stop(each)));
  if (!isDead()) await stopping; // a dead one never answers; told to stop, it leaves no timer behind
  await bringOutTheRest(depot);
  expectOnceAndInOrder(depot, [poison]);
  expect(depot.setAside).toEqual([poison]);
  return isDead();
};

jest.setTimeout(30_000);

describe('a relay that is killed', () => {
  it.each(['before', 'after'] as const)(
    '%s any of its steps loses nothing and keeps the order',
    async (when) => {
      let step = 1;
      while (await killedAt(step, when)) step += 1;
      // begins, reads, batches, cursors and one set aside of two mailboxes: far more than these
      expect(step).toBeGreaterThan(15);
    },
  );
});

const busFaults = fc.array(
  fc.record({ kind: fc.constantFrom('takes', 'away', 'not-taken'), holds: fc.nat(4) }),
  { maxLength: 16 },
);
const cursorFaults = fc.array(fc.constantFrom('moves', 'moves', 'away', 'moved-unheard'), { maxLength: 8 });
type BusFaults = readonly Readonly<{ kind: string; holds: number }>[];

/** Fails call by call as told; what it once would not take it never takes. Returns the ids of those. */
const failsAsTold = ({ bus }: Depot, faults: BusFaults): ReadonlySet<string> => {
  const poisons = new Set<string>();
  const isHeld = (id: string): boolean => bus.held.some(({ event }) => event.id === id);
  const refuse = (message: BusMessage | undefined): void => {
    if (message && !isHeld(message.event.id)) poisons.add(message.event.id);
  };
  bus.faultOf = (messages, call) => {
    const { kind, holds } = faults[call - 1] ?? { kind: 'takes', holds: 0 };
    if (kind === 'not-taken') refuse(messages[holds] ?? messages[0]);
    const at = messages.findIndex(({ event }) => poisons.has(event.id));
    const id = messages[at]?.event.id;
    if (id !== undefined) return { holds: at, error: new MessageNotTaken(id, 'too large') };
    return kind === 'away'
      ? { holds, error: new BusUnavailable('bus/failed', 'the broker failed') }
      : undefined;
  };
  return poisons;
};

/** A database that is away, or that has moved the cursor and could not say so. */
const cursorsThatFail = ({ cursors }: Depot, faults: readonly string[]): RelayPorts['cursors'] => {
  const script = [...faults];
  return {
    at: cursors.at.bind(cursors),
    move: async (...to) => {
      const fault = script.shift() ?? 'moves';
      if (fault !== 'away') await cursors.move(...to);
      if (fault !== 'moves') throw new StoreUnavailable('store/timed-out', 'nobody knows');
    },
  };
};

describe('a relay among faults in any order', () => {
  it('brings every entry out exactly once after dedupe, in order, or sets it aside', async () => {
    await fc.assert(
      fc.asyncProperty(busFaults, cursorFaults, async (faults, moves) => {
        const depot = await aDepot(new MemoryMailbox(), toCroydon, toBarnet);
        const poisons = failsAsTold(depot, faults);
        await bringOutTheRest(depot, { cursors: cursorsThatFail(depot, moves) });
        expectOnceAndInOrder(depot, [...poisons]);
        expect(new Set(depot.setAside)).toEqual(poisons);
        expect(depot.bus.crowded).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
