import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import {
  Desk,
  HOUR,
  MINUTE,
  SECOND,
  busy,
  entriesAbout,
  later,
  numberOf,
  refused,
  taken,
} from '../../fixtures/dispatch';
import type { FeedPorts } from './feed.ports';
import type { SubscriptionFeed } from './subscription-feed';

const FEED = 'subscription:s-1';
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

describe('a feed that is taken over from a process that was killed', () => {
  let desk: Desk;
  const running: SubscriptionFeed[] = [];

  /** Runs a feed; `kill` makes that from then on nothing that it does has an effect. */
  const begin = (change: Partial<FeedPorts> = {}): Readonly<{ feed: SubscriptionFeed; kill: () => void }> => {
    let isDead = false;
    const alive = <T>(work: () => Promise<T>): Promise<T> => (isDead ? never() : work());
    const { endpoint, cursors, memories } = desk;
    const subscription = desk.subscriptions.get('s-1') ?? desk.put();
    const feed = desk.feed(subscription, {
      channel: { kind: 'webhook', deliver: (...it) => alive(() => endpoint.deliver(...it)) },
      cursors: {
        at: (...named) => cursors.at(...named),
        move: (...to) => alive(() => cursors.move(...to)),
      },
      memories: {
        read: (named) => memories.read(named),
        save: (...kept) => alive(() => memories.save(...kept)),
      },
      ...change,
    });
    running.push(feed);
    feed.start();
    return { feed, kill: () => (isDead = true) };
  };
  const triesDuring = async (ms: number): Promise<number> => {
    const before = desk.endpoint.arrivals.length;
    await pass(ms);
    return desk.endpoint.arrivals.length - before;
  };
  const kept = async () => (await desk.memories.read(FEED)).memory;

  beforeEach(() => {
    jest.useFakeTimers();
    desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
  });
  afterEach(async () => {
    const stopped = Promise.all(
      running.splice(0).map((feed) => Promise.race([feed.stop(), pass(9 * SECOND)])),
    );
    await pass(10 * SECOND);
    await stopped;
    jest.useRealTimers();
  });

  it('keeps the pace of an outage of days, and knows since when it lasts', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout(...Array.from({ length: 30 }, (_, at) => `child-${String(at)}`)));
    const first = begin();
    await pass(30 * HOUR);
    first.kill();
    const { feed } = begin();
    const soon = await triesDuring(10 * MINUTE);
    expect(soon).toBeLessThanOrEqual(1);
    expect(await triesDuring(42 * HOUR)).toBeLessThan(20);
    expect(feed.state()).toMatchObject({ phase: 'failing', failing: { reason: 'webhook/server-fault' } });
    expect(feed.state().failing?.forMs).toBeGreaterThan(72 * HOUR - MINUTE);
    desk.endpoint.script = () => taken;
    await pass(8 * HOUR);
    expect(desk.endpoint.seen.length).toBe(30);
    expect(await kept()).toEqual({ revision: 0, taken: 0, trials: [] });
  });

  it('comes again when the endpoint had asked for it, not before', async () => {
    desk.endpoint.script = () => busy(2 * HOUR);
    await desk.deliver(entriesAbout('a'));
    const first = begin();
    await pass(HOUR);
    first.kill();
    begin();
    expect(await triesDuring(59 * MINUTE)).toBe(0);
    expect(await triesDuring(15 * MINUTE)).toBe(1);
  });

  it('goes on counting against an entry that was refused before', async () => {
    desk.endpoint.script = ({ id }) => (numberOf(id) === 2 ? refused : taken);
    const more = ['a', 'b', 'c', 'd'];
    await desk.deliver(entriesAbout(...more));
    const first = begin();
    await pass(100 * SECOND);
    const before = desk.endpoint.tried.filter((each) => each === 2).length;
    expect(before).toBeGreaterThanOrEqual(4);
    expect(desk.aside).toEqual([]);
    first.kill();
    begin();
    for (let minute = 0; minute < 4; minute += 1) {
      more.push('e');
      await desk.deliver(entriesAbout(...more));
      await pass(MINUTE);
    }
    expect(desk.aside.map(numberOf)).toEqual([2]);
    expect(desk.endpoint.tried.filter((each) => each === 2).length).toBeLessThan(before + 4);
    expect(await kept()).toEqual({ revision: 0, taken: 0, trials: [] });
  });

  it('begins anew with a subscription that its authority has changed', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f'));
    const first = begin();
    await pass(30 * HOUR);
    first.kill();
    desk.put();
    desk.endpoint.script = () => taken;
    begin();
    await pass(SECOND);
    expect(desk.endpoint.seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('does not have what it knows overwritten by the process that had the feed before', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout('a'));
    let thaw: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (thaw = resolve));
    let saves = 0;
    let overtaken = 0;
    begin({
      memories: {
        read: (feed) => desk.memories.read(feed),
        save: async (...memory) => {
          if ((saves += 1) > 1) await frozen;
          return desk.memories.save(...memory);
        },
      },
      overtaken: () => (overtaken += 1),
    });
    await pass(10 * MINUTE);
    expect(await kept()).toMatchObject({ endpoint: { failures: 1 } });
    begin();
    await pass(HOUR);
    const newer = await kept();
    expect(newer).toMatchObject({ endpoint: { reason: 'webhook/server-fault' } });
    expect(newer?.endpoint?.failures).toBeGreaterThan(1);
    desk.endpoint.script = () => taken;
    await pass(2 * HOUR);
    const { version } = await desk.memories.read(FEED);
    thaw();
    await pass(SECOND);
    expect(await desk.memories.read(FEED)).toEqual({
      version,
      memory: { revision: 0, taken: 0, trials: [] },
    });
    expect(overtaken).toBeGreaterThan(0);
  });

  it('is not held up by a store that is away, and saves when it is back', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout('a', 'b'));
    let isAway = true;
    begin({
      memories: {
        read: (feed) => desk.memories.read(feed),
        save: (...memory) => (isAway ? Promise.reject(new Error('away')) : desk.memories.save(...memory)),
      },
    });
    expect(await triesDuring(MINUTE)).toBeGreaterThan(3);
    expect(await kept()).toBeUndefined();
    isAway = false;
    await pass(SECOND);
    expect(await kept()).toMatchObject({ endpoint: { reason: 'webhook/server-fault' } });
  });
});
