import { MemoryCursors, MemoryMailbox } from '@ibex/adapters/memory';
import { BatchDesk, FAST, SECOND, taken } from '../../../fixtures/batches';
import type { BatchPorts } from './batch.ports';
import type { BatchFeed } from './batch-feed';

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const clock = { now: () => new Date().toISOString() };

/**
 * The ports of a process that dies at its n-th step, before or after the step has had its effect: from then on nothing
 * that it asks for is answered, and nothing that it does has an effect.
 */
const dyingAt = (desk: BatchDesk, step: number, when: 'before' | 'after') => {
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
  const { mailbox, cursors, taker } = desk;
  const ports: Partial<BatchPorts> = {
    channel: { kind: 'email-digest', deliver: (to, batch) => does(() => taker.deliver(to, batch)) },
    cursors: {
      at: (...named) => does(() => cursors.at(...named)),
      move: (...to) => does(() => cursors.move(...to)),
    },
    mailbox: {
      read: (...from) => does(() => mailbox.read(...from)),
      waitForMore: (authority, after, ms, signal) =>
        life.signal.aborted ? never() : mailbox.waitForMore(authority, after, ms, signal),
    },
    record: (delivered) =>
      does(() => {
        desk.recorded.push(...delivered.map(({ entry }) => entry.sequence));
        return Promise.resolve();
      }),
  };
  return { ports, isDead: () => life.signal.aborted };
};

const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

describe('a dispatcher of batches that is killed', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-01-12T06:58:00.000Z') }));
  afterEach(() => jest.useRealTimers());

  it.each(['before', 'after'] as const)(
    'loses nothing and tells nothing twice under another id, whatever step it dies %s',
    async (when) => {
      let deaths = 0;
      for (let step = 1; step < 100; step += 1) {
        const desk = new BatchDesk(new MemoryMailbox(clock), new MemoryCursors());
        await desk.deliver('routine', 'prompt');
        const { ports, isDead } = dyingAt(desk, step, when);
        const dying = desk.feed(ports);
        dying.start();
        await pass(100);
        await desk.deliver('urgent');
        await pass(2 * SECOND);
        // what comes between its death and the next start must not change the batch that it may have sent
        await desk.deliver('routine', 'urgent');
        await pass(150 * SECOND);
        void dying.stop();
        if (!isDead()) break;
        deaths += 1;
        const next = desk.feed();
        next.start();
        await pass(150 * SECOND);
        expect(desk.taker.seen).toEqual([1, 2, 3, 4, 5]);
        expect([...new Set(sorted(desk.recorded))]).toEqual([1, 2, 3, 4, 5]);
        expect(await desk.cursor()).toBe(5);
        void next.stop();
      }
      expect(deaths).toBeGreaterThan(12);
    },
  );

  it('repeats the batch with its id when nobody knows whether it was taken', async () => {
    const desk = new BatchDesk(new MemoryMailbox(clock), new MemoryCursors());
    // it was taken, and the answer got lost
    desk.taker.script = (came, time) => {
      if (time > 1) return taken;
      desk.taker.took.push(came);
      return { kind: 'later', reason: 'smtp/unknown' };
    };
    await desk.deliver('urgent');
    const feed = desk.feed();
    feed.start();
    await pass(100);
    await desk.deliver('urgent');
    await pass(2 * SECOND);
    expect(desk.taker.came.map(({ numbers }) => numbers)).toEqual([[1], [1]]);
    expect(desk.taker.seen).toEqual([1]);
    void feed.stop();
    await pass(5 * SECOND);
  });

  it('loses nothing while two processes have the same subscription, and repeats only whole batches', async () => {
    const desk = new BatchDesk(new MemoryMailbox(clock), new MemoryCursors());
    desk.taker.script = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return taken;
    };
    const running = new Set<BatchFeed>();
    const run = (): void => {
      const overtaken = (): void => {
        running.delete(feed);
        void feed.stop().then(run);
      };
      const feed = desk.feed({ overtaken, pacing: { ...FAST, urgentApartMs: 0 } });
      running.add(feed);
      feed.start();
    };
    run();
    run();
    for (let at = 0; at < 40; at += 1) {
      await desk.deliver('urgent');
      await pass(150);
    }
    await pass(5 * SECOND);
    const all = Array.from({ length: 40 }, (_, at) => at + 1);
    expect([...new Set(desk.taker.seen)]).toEqual(all);
    expect(desk.taker.seen.length).toBe(40);
    expect([...new Set(sorted(desk.recorded))]).toEqual(all);
    expect(await desk.cursor()).toBe(40);
    const stopped = Promise.all([...running].map((feed) => feed.stop()));
    await pass(5 * SECOND);
    await stopped;
  });
});
