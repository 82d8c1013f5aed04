import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import { Desk, SECOND, entriesAbout, numberOf, refused, taken } from '../../fixtures/dispatch';
import type { FeedPorts } from './feed.ports';

const children = ['a', 'b', 'a', 'c', 'b', 'a', 'd', 'c', 'a', 'b'];
const numbers = children.map((_, at) => at + 1);
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/**
 * The ports of a process that dies at its n-th step, before or after the step has had its effect: from then on nothing
 * that it asks for is answered, and nothing that it does has an effect.
 */
const dyingAt = (desk: Desk, step: number, when: 'before' | 'after') => {
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
  const { mailbox, cursors, memories, endpoint } = desk;
  const ports: Partial<FeedPorts> = {
    channel: { kind: 'webhook', deliver: (to, message) => does(() => endpoint.deliver(to, message)) },
    cursors: {
      at: (...named) => does(() => cursors.at(...named)),
      move: (...to) => does(() => cursors.move(...to)),
    },
    memories: {
      read: (feed) => does(() => memories.read(feed)),
      save: (...kept) => does(() => memories.save(...kept)),
    },
    mailbox: {
      read: (...from) => does(() => mailbox.read(...from)),
      find: (...named) => does(() => mailbox.find(...named)),
      waitForMore: (authority, after, _, signal) =>
        life.signal.aborted ? never() : mailbox.waitForMore(authority, after, 20, signal),
    },
    record: (delivered) =>
      does(() => {
        desk.recorded.push(...delivered.map(({ entry }) => entry.entryId));
        return Promise.resolve();
      }),
    setAside: (entry) =>
      does(() => {
        desk.aside.push(entry.entryId);
        return Promise.resolve();
      }),
  };
  return { ports, isDead: () => life.signal.aborted };
};

/** As a receiver that dedupes by id sees them. */
const expectOnceAndInOrder = (desk: Desk, without: readonly number[] = []): void => {
  const wanted = numbers.filter((number) => !without.includes(number));
  expect([...desk.endpoint.seen].sort((a, b) => a - b)).toEqual(wanted);
  for (const child of new Set(children)) {
    const ours = wanted.filter((number) => children[number - 1] === child);
    expect(desk.endpoint.seen.filter((number) => ours.includes(number))).toEqual(ours);
  }
  expect([...new Set(desk.recorded.map(numberOf))].sort((a, b) => a - b)).toEqual(wanted);
};

const bringOut = async (desk: Desk, change: Partial<FeedPorts>, forMs: number): Promise<void> => {
  const feed = desk.feed(desk.put(), change);
  feed.start();
  await pass(forMs);
};

describe('a dispatcher that is killed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each(['before', 'after'] as const)(
    'loses and reorders nothing, whatever step it dies %s',
    async (when) => {
      let deaths = 0;
      for (let step = 1; step < 200; step += 1) {
        const desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
        await desk.deliver(entriesAbout(...children));
        const { ports, isDead } = dyingAt(desk, step, when);
        await bringOut(desk, ports, 100);
        if (!isDead()) break;
        deaths += 1;
        await bringOut(desk, {}, SECOND);
        expectOnceAndInOrder(desk);
        expect(await desk.cursor()).toBe(numbers.length);
      }
      expect(deaths).toBeGreaterThan(20);
    },
  );

  it('does the same with an entry that is to be set aside', async () => {
    let deaths = 0;
    for (let step = 1; step < 200; step += 3) {
      const desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
      desk.endpoint.script = ({ id }) => (numberOf(id) === 3 ? refused : taken);
      await desk.deliver(entriesAbout(...children));
      const { ports, isDead } = dyingAt(desk, step, 'after');
      await bringOut(desk, ports, 400 * SECOND);
      if (!isDead()) break;
      deaths += 1;
      await bringOut(desk, {}, SECOND);
      // quiet from here on: something has to be taken meanwhile, or it would look like the endpoint
      await desk.deliver(entriesAbout(...children, 'e'));
      await pass(400 * SECOND);
      expect([...new Set(desk.aside.map(numberOf))]).toEqual([3]);
      expect(await desk.cursor()).toBe(numbers.length + 1);
    }
    expect(deaths).toBeGreaterThan(10);
  });
});
