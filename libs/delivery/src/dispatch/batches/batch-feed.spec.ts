import { MemoryCursors, MemoryMailbox } from '@ibex/adapters/memory';
import { BatchDesk, HOUR, MINUTE, SECOND, asked, later, refused, taken } from '../../../fixtures/batches';
import { aSubscription } from '../../../fixtures/dispatch';
import type { BatchFeed } from './batch-feed';

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const clock = { now: () => new Date().toISOString() };

describe('a subscription that gathers its entries', () => {
  let desk: BatchDesk;
  let feed: BatchFeed;
  const numbersOf = (): readonly (readonly number[])[] => desk.taker.took.map(({ numbers }) => numbers);

  const start = async (...args: Parameters<BatchDesk['feed']>): Promise<void> => {
    feed = desk.feed(...args);
    feed.start();
    await pass(SECOND);
  };

  beforeEach(() => {
    // in winter: London is at UTC
    jest.useFakeTimers({ now: Date.parse('2026-01-12T09:00:00.000Z') });
    desk = new BatchDesk(new MemoryMailbox(clock), new MemoryCursors());
  });
  afterEach(async () => {
    const stopped = feed.stop();
    await pass(5 * SECOND);
    await stopped;
    jest.useRealTimers();
  });

  it('sends everything at its hour, all of it together, and records each entry as delivered', async () => {
    await desk.deliver('routine', 'prompt');
    await start();
    await pass(5 * HOUR);
    await desk.deliver('routine');
    await pass(16 * HOUR + 59 * MINUTE + 58 * SECOND);
    expect(desk.taker.came).toEqual([]);
    await pass(2 * SECOND);
    expect(desk.taker.came.map(({ numbers, at }) => [numbers, at])).toEqual([
      [[1, 2, 3], '2026-01-13T07:00:00.000Z'],
    ]);
    expect(desk.recorded).toEqual([1, 2, 3]);
    expect(await desk.cursor()).toBe(3);
    expect(feed.state()).toEqual({
      ...{ subscriptionId: 's-1', authority: 'E09000008', settledUpTo: 3, waiting: 0, phase: 'well' },
      hasTaken: true,
    });
    expect(desk.attempts).toMatchObject([{ sequence: 3, outcome: 'taken', status: 250 }]);
  });

  it('sends nothing where nothing came', async () => {
    await start();
    await pass(48 * HOUR);
    expect(desk.taker.came).toEqual([]);
  });

  it('sends by the hour where that is asked for', async () => {
    await desk.deliver('routine');
    await start({
      subscription: { ...aSubscription({ channel: 'email-digest' }), cadence: { every: 'hour' } },
    });
    expect(numbersOf()).toEqual([[1]]);
    await desk.deliver('routine');
    await pass(59 * MINUTE + 58 * SECOND);
    expect(numbersOf()).toEqual([[1]]);
    await pass(2 * SECOND);
    expect(numbersOf()).toEqual([[1], [2]]);
  });

  it('sends what is urgent at once, with all that waits', async () => {
    await desk.deliver('routine');
    await start();
    await desk.deliver('urgent');
    await pass(10);
    expect(numbersOf()).toEqual([[1, 2]]);
  });

  it('gathers a flood of what is urgent for a minute after the first', async () => {
    await start();
    for (let second = 0; second < 90; second += 1) {
      await desk.deliver('urgent');
      await pass(SECOND);
    }
    expect(numbersOf().map((numbers) => numbers.length)).toEqual([1, 59]);
    await pass(MINUTE);
    expect(numbersOf().flat()).toEqual(Array.from({ length: 90 }, (_, at) => at + 1));
  });

  it('passes over what its filter does not want, and moves its cursor all the same', async () => {
    desk.passes = ({ sequence }) => sequence % 2 === 0;
    await desk.deliver('urgent');
    await start();
    expect(desk.taker.came).toEqual([]);
    expect(await desk.cursor()).toBe(1);
    await desk.deliver('urgent', 'urgent');
    await pass(10);
    expect(numbersOf()).toEqual([[2]]);
    expect(await desk.cursor()).toBe(3);
  });

  it('begins where the subscription begins', async () => {
    await desk.deliver('urgent', 'urgent', 'urgent');
    await start({}, { after: 2 });
    expect(numbersOf()).toEqual([[3]]);
  });

  it('does not wait for the hour with more than it may hold, and leaves nothing out', async () => {
    await desk.deliver(...Array.from({ length: 2_500 }, () => 'routine' as const));
    await start();
    expect(numbersOf().map((numbers) => numbers.length)).toEqual([1_000, 1_000]);
    await pass(24 * HOUR);
    expect(numbersOf().flat()).toEqual(Array.from({ length: 2_500 }, (_, at) => at + 1));
  });

  it('catches up at once on hours that it was not there for', async () => {
    await desk.deliver('routine');
    await pass(72 * HOUR);
    await desk.deliver('routine');
    await start();
    expect(numbersOf()).toEqual([[1]]);
    await pass(24 * HOUR);
    expect(numbersOf()).toEqual([[1], [2]]);
  });

  it('tries again with growing pauses, with the same id, and gives nothing up', async () => {
    let isUp = false;
    desk.taker.script = () => (isUp ? taken : refused);
    await desk.deliver('urgent', 'routine');
    await start();
    await desk.deliver('routine');
    await pass(3 * HOUR);
    expect(new Set(desk.taker.came.map(({ id }) => id)).size).toBe(1);
    const triedAt = desk.taker.came.map(({ at }) => Date.parse(at));
    const pausesSeconds = triedAt
      .slice(1)
      .map((at, index) => Math.round((at - (triedAt[index] ?? 0)) / SECOND));
    expect(pausesSeconds.slice(0, 9)).toEqual([1, 5, 15, 30, 60, 120, 300, 300, 300]);
    expect(feed.state()).toMatchObject({ phase: 'failing', waiting: 3, failing: { reason: 'smtp/refused' } });
    expect([await desk.cursor(), desk.recorded]).toEqual([0, []]);
    isUp = true;
    await pass(5 * MINUTE);
    expect(numbersOf()).toEqual([[1, 2]]);
    expect(feed.state()).toMatchObject({ phase: 'well' });
  });

  it('tries the routine at least every half hour, and anew within a minute of something urgent', async () => {
    desk.taker.script = () => later;
    await desk.deliver('routine');
    await start();
    await pass(48 * HOUR);
    const before = desk.taker.came.length;
    expect(before).toBeGreaterThan(50);
    await desk.deliver('urgent');
    desk.taker.script = () => taken;
    await pass(MINUTE + SECOND);
    expect(numbersOf()).toEqual([[1], [2]]);
  });

  it('comes again when it was asked to and not before, whatever waits', async () => {
    desk.taker.script = (_, time) => (time === 1 ? asked(5 * MINUTE) : taken);
    await desk.deliver('urgent');
    await start();
    await desk.deliver('urgent');
    await pass(4 * MINUTE + 58 * SECOND);
    expect(desk.taker.came.length).toBe(1);
    await pass(2 * SECOND);
    expect(numbersOf()).toEqual([[1]]);
    await pass(MINUTE);
    expect(numbersOf()).toEqual([[1], [2]]);
  });

  it('sends what is left of it when something was withdrawn or is not wanted any more before it was taken', async () => {
    desk.taker.script = ({ numbers }) => {
      desk.passes = ({ sequence }) => sequence > numbers.length - 1;
      return numbers.length === 2 ? later : taken;
    };
    await desk.deliver('urgent', 'routine');
    await start();
    await pass(SECOND);
    expect(desk.taker.came.map(({ numbers }) => numbers)).toEqual([[1, 2], [2]]);
    expect([desk.recorded, await desk.cursor()]).toEqual([[2], 2]);
  });

  it('has nothing to send any more when nothing of it is wanted any more', async () => {
    desk.taker.script = () => {
      desk.passes = () => false;
      return later;
    };
    await desk.deliver('urgent', 'routine');
    await start();
    await pass(HOUR);
    expect([desk.taker.came.length, desk.recorded, await desk.cursor()]).toEqual([1, [], 2]);
    expect(feed.state()).toMatchObject({ waiting: 0 });
  });

  it('does not send again what was taken and could not be recorded yet', async () => {
    let fails = 3;
    const recorded: number[] = [];
    await desk.deliver('urgent');
    await start({
      record: (delivered) => {
        fails -= 1;
        if (fails >= 0) return Promise.reject(new Error('the log is away'));
        recorded.push(...delivered.map(({ entry }) => entry.sequence));
        return Promise.resolve();
      },
    });
    expect([desk.taker.came.length, recorded, await desk.cursor()]).toEqual([1, [1], 1]);
  });

  it('lets the other go on when another process has its cursor', async () => {
    const overtaken = jest.fn();
    await desk.deliver('urgent');
    desk.taker.script = async () => {
      await desk.cursors.move('subscription:s-1', 'E09000008', 0, 1);
      return taken;
    };
    await start({ overtaken });
    expect(overtaken).toHaveBeenCalledTimes(1);
    expect(desk.taker.came.length).toBe(1);
  });

  it('cuts off what is under way when it stops, and whoever goes on sends the same batch', async () => {
    desk.taker.script = (_, time) => (time === 1 ? new Promise(() => undefined) : taken);
    await desk.deliver('urgent');
    await start();
    const stopped = feed.stop();
    await pass(3 * SECOND);
    await stopped;
    await desk.deliver('urgent');
    await start();
    await pass(MINUTE);
    expect(numbersOf()).toEqual([[1], [2]]);
    const [cutOff, again] = desk.taker.came;
    expect(again?.id).toBe(cutOff?.id);
  });

  it('replays a part by order, at once, as batches of their own', async () => {
    await desk.deliver('urgent', 'routine', 'routine', 'routine');
    await start();
    await feed.stop();
    await start({}, { cursor: 'replay:r-1', after: 1, upTo: 3 });
    expect(numbersOf()).toEqual([
      [1, 2, 3, 4],
      [2, 3],
    ]);
    const [first, replayed] = desk.taker.took;
    expect([first?.isReplay, replayed?.isReplay]).toEqual([false, true]);
    expect(replayed?.id).not.toBe(first?.id);
    expect(feed.state()).toMatchObject({ settledUpTo: 3, waiting: 0 });
    await desk.deliver('urgent');
    await pass(HOUR);
    expect(numbersOf().length).toBe(2);
  });

  it('holds a replay back for as long as it may not begin', async () => {
    let mayBegin = false;
    await desk.deliver('routine');
    await start({ mayBegin: () => mayBegin }, { cursor: 'replay:r-1', after: 0, upTo: 1 });
    expect(desk.taker.came).toEqual([]);
    mayBegin = true;
    await pass(SECOND);
    expect(numbersOf()).toEqual([[1]]);
  });

  it('stands still once whoever receives wants nothing more, and says so once', async () => {
    const wentGone = jest.fn();
    desk.taker.script = () => ({ kind: 'gone', reason: 'smtp/gone' });
    await desk.deliver('urgent');
    await start({ wentGone });
    await pass(HOUR);
    expect([desk.taker.came.length, wentGone.mock.calls.length]).toEqual([1, 1]);
    expect(feed.state()).toMatchObject({ phase: 'gone', waiting: 1 });
  });
});
