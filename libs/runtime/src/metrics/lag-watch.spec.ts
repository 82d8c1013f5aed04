import { MemoryEventStore } from '@ibex/adapters/memory';
import { StoreUnavailable } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { FactLog } from '../decision/fact-log';
import { Upcasting } from '../decision/upcasting';
import { HeadTimeline } from './head-timeline';
import { LagWatch } from './lag-watch';

/** Positions as a store that counts bytes gives them. */
const aTimeline = (...seen: readonly (readonly [head: number, atMs: number])[]): HeadTimeline => {
  const timeline = new HeadTimeline();
  for (const [head, atMs] of seen) timeline.saw(head, atMs);
  return timeline;
};

describe('how late a follower is', () => {
  it('is not known before anybody looked at the log', () => {
    expect(aTimeline().lagMs(0, 1_000)).toBeUndefined();
  });

  it('is nothing at the head, however long ago that was reached', () => {
    expect(aTimeline([8_192, 1_000]).lagMs(8_192, 90_000)).toBe(0);
  });

  it('is nothing for one that is ahead of the last look', () => {
    expect(aTimeline([8_192, 1_000]).lagMs(9_000, 2_000)).toBe(0);
  });

  it('is the time since there was something beyond it, whatever the distance of the positions', () => {
    const timeline = aTimeline([100, 0], [900_000, 1_000], [900_001, 2_000], [900_002, 3_000]);
    expect([99, 100, 899_999, 900_000, 900_001].map((at) => timeline.lagMs(at, 5_000))).toEqual([
      5_000, 4_000, 4_000, 3_000, 2_000,
    ]);
  });

  it('counts from when a head was first seen, not from the last time', () => {
    expect(aTimeline([1, 0], [7, 1_000], [7, 2_000], [7, 3_000]).lagMs(1, 4_000)).toBe(3_000);
  });

  it('is at least the time of the watch for one that was behind when it began', () => {
    const timeline = aTimeline([100, 0], [200, 1_000]);
    expect([99, 100, 150].map((at) => timeline.isOlderThanMemory(at))).toEqual([true, false, false]);
  });

  it('keeps a bounded memory and says so of what lies before it', () => {
    const timeline = new HeadTimeline(10);
    for (let at = 0; at < 100; at += 1) timeline.saw(at, at * 1_000);
    expect(timeline.lagMs(98, 100_000)).toBe(1_000);
    expect(timeline.lagMs(3, 100_000)).toBeLessThanOrEqual(10_000);
    expect([3, 98].map((at) => timeline.isOlderThanMemory(at))).toEqual([true, false]);
  });
});

class AwayStore extends MemoryEventStore {
  away = false;
  override head() {
    return this.away
      ? Promise.reject(new StoreUnavailable('store/unreachable', 'the log is away'))
      : super.head();
  }
}

describe('the watch on the log', () => {
  it('knows a lag as soon as it has looked, and none of a follower whose position is not known', async () => {
    const store = new AwayStore();
    const watch = new LagWatch(new FactLog(store, new Upcasting([])));
    const { position } = await store.append('note-1', 'none', [aNewFact('a')]);
    expect(watch.lagMs(position)).toBeUndefined();
    await watch.look();
    expect(watch.lagMs(position)).toBe(0);
    expect(watch.lagMs(position - 1)).toBeGreaterThanOrEqual(0);
    expect(watch.lagMs(undefined)).toBeUndefined();
    expect(watch.isOlderThanWatch(position - 1)).toBe(true);
  });

  it('keeps what it knows while the log is away', async () => {
    const store = new AwayStore();
    const watch = new LagWatch(new FactLog(store, new Upcasting([])));
    const { position } = await store.append('note-1', 'none', [aNewFact('a')]);
    await watch.look();
    store.away = true;
    await watch.look();
    expect(watch.lagMs(position)).toBe(0);
  });

  it('looks while the application runs', async () => {
    const store = new AwayStore();
    const watch = new LagWatch(new FactLog(store, new Upcasting([])));
    watch.onApplicationBootstrap();
    await new Promise((resolve) => setImmediate(resolve));
    expect(watch.lagMs(-1)).toBe(0);
    watch.beforeApplicationShutdown();
  });
});
