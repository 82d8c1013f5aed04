import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import { CROYDON } from '../../fixtures/relay';
import {
  Desk,
  HOUR,
  MINUTE,
  SECOND,
  busy,
  entriesAbout,
  gone,
  later,
  numberOf,
  refused,
  taken,
} from '../../fixtures/dispatch';
import type { Dispatcher } from './dispatcher';

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('the dispatcher', () => {
  let desk: Desk;
  let dispatcher: Dispatcher;

  const start = async (): Promise<void> => {
    dispatcher = desk.dispatcher();
    await desk.refresh(dispatcher);
    await pass(50);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
    desk.put();
  });
  afterEach(async () => {
    const stopped = Promise.all(
      dispatcher.states().map(({ subscriptionId }) => dispatcher.stop(subscriptionId)),
    );
    await pass(5 * SECOND);
    await stopped;
    jest.useRealTimers();
  });

  it('brings out what there is and what comes, records it as delivered and moves its cursor', async () => {
    await desk.deliver(entriesAbout('a', 'b', 'c'));
    await start();
    expect(desk.endpoint.seen).toEqual([1, 2, 3]);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd'));
    await pass(50);
    expect(desk.endpoint.tried).toEqual([1, 2, 3, 4]);
    expect(desk.recorded.map(numberOf)).toEqual([1, 2, 3, 4]);
    expect(await desk.cursor()).toBe(4);
    expect(desk.attempts[3]).toMatchObject({
      subscriptionId: 's-1',
      sequence: 4,
      outcome: 'taken',
      status: 204,
    });
  });

  it('begins where the subscription begins', async () => {
    desk.put({ startsAfter: 2 });
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd'));
    await start();
    expect(desk.endpoint.seen).toEqual([3, 4]);
  });

  it('passes over what the filter does not want, and moves its cursor all the same', async () => {
    desk.passes = (_, { sequence }) => sequence === 2;
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd'));
    await start();
    expect(desk.endpoint.tried).toEqual([2]);
    expect(await desk.cursor()).toBe(4);
  });

  it('sends so many at once and no more, but of one child only after the one before was taken', async () => {
    desk.endpoint.answersInMs = () => 100;
    await desk.deliver(entriesAbout('a', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a'));
    await start();
    expect(desk.endpoint.tried).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    await pass(100);
    expect(desk.endpoint.tried.slice(8)).toEqual([2, 10]);
    await pass(100);
    expect(desk.endpoint.tried.slice(10)).toEqual([11]);
    await pass(200);
    expect(desk.endpoint.mostUnderWay).toBe(8);
    expect(desk.endpoint.seen.length).toBe(11);
  });

  it('moves its cursor only over what has no gap', async () => {
    desk.endpoint.answersInMs = ({ id }) => (numberOf(id) === 2 ? 5 * SECOND : 1);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd'));
    await start();
    expect(desk.endpoint.seen).toEqual([1, 3, 4]);
    expect(await desk.cursor()).toBe(1);
    await pass(5 * SECOND);
    expect(await desk.cursor()).toBe(4);
  });

  it('tries an endpoint that is down with one message, ever more seldom, and goes on at once when it is back', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout(...upTo(40).map((child) => `child-${child}`)));
    await start();
    expect(desk.endpoint.arrivals.length).toBe(8);
    await pass(3 * 24 * HOUR);
    const inThreeDays = desk.endpoint.arrivals.length - 8;
    expect(inThreeDays).toBeGreaterThan(20);
    expect(inThreeDays).toBeLessThan(40);
    await pass(7 * 24 * HOUR);
    expect(desk.endpoint.arrivals.length - 8 - inThreeDays).toBeGreaterThanOrEqual(27);
    expect(desk.aside).toEqual([]);
    desk.endpoint.script = () => taken;
    await pass(6 * HOUR + SECOND);
    expect([...desk.endpoint.seen].sort((a, b) => a - b)).toEqual(upTo(40));
    expect(await desk.cursor()).toBe(40);
  });

  it('is back a second after an outage of three seconds, give or take the pause it was in', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout('a', 'b'));
    await start();
    await pass(3 * SECOND);
    desk.endpoint.script = () => taken;
    await pass(4 * SECOND);
    expect(desk.endpoint.seen).toEqual([1, 2]);
  });

  it('comes again when it was told to, up to a bound', async () => {
    desk.endpoint.script = ({ tries }) => (tries === 1 ? busy(90 * SECOND) : taken);
    await desk.deliver(entriesAbout('a'));
    await start();
    await pass(89 * SECOND);
    expect(desk.endpoint.arrivals.length).toBe(1);
    await pass(10 * SECOND);
    expect(desk.endpoint.seen).toEqual([1]);
    desk.endpoint.script = ({ tries }) => (tries === 1 ? busy(1_000 * HOUR) : taken);
    await desk.deliver(entriesAbout('a', 'b'));
    await pass(7 * HOUR);
    expect(desk.endpoint.seen).toEqual([1, 2]);
  });

  it('stops for an endpoint that says so, tells of it, and goes on once it was resumed', async () => {
    desk.endpoint.script = () => gone;
    await desk.deliver(entriesAbout('a', 'b'));
    await start();
    const before = desk.endpoint.arrivals.length;
    await pass(48 * HOUR);
    expect(desk.endpoint.arrivals.length).toBe(before);
    expect(new Set(desk.goneReports)).toEqual(new Set(['s-1']));
    expect(dispatcher.states()).toMatchObject([{ phase: 'gone', failing: { reason: 'webhook/gone' } }]);
    desk.endpoint.script = () => taken;
    desk.put();
    await desk.refresh(dispatcher);
    await pass(5 * SECOND);
    expect(desk.endpoint.seen).toEqual([1, 2]);
  });

  it('sets aside what is refused again and again while others are taken, and then goes on with that child', async () => {
    desk.endpoint.script = ({ id }) => (numberOf(id) === 2 ? refused : taken);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'b', 'd'));
    await start();
    expect(desk.endpoint.seen).toEqual([1, 3, 5]);
    expect(await desk.cursor()).toBe(1);
    await pass(2 * MINUTE);
    expect(desk.aside).toEqual([]);
    await pass(3 * MINUTE);
    expect(desk.aside.map(numberOf)).toEqual([2]);
    expect(desk.endpoint.seen).toEqual([1, 3, 5, 4]);
    expect(await desk.cursor()).toBe(5);
    expect(desk.recorded.map(numberOf)).not.toContain(2);
  });

  it('sets nothing aside for an endpoint that refuses everything', async () => {
    desk.endpoint.script = () => refused;
    await desk.deliver(entriesAbout('a', 'b', 'c'));
    await start();
    await pass(24 * HOUR);
    expect(desk.aside).toEqual([]);
    expect(await desk.cursor()).toBe(0);
    desk.endpoint.script = () => taken;
    await pass(2 * MINUTE);
    expect([...desk.endpoint.seen].sort()).toEqual([1, 2, 3]);
  });

  it('does not let another child wait for one that fails by itself, and keeps trying that one', async () => {
    desk.endpoint.script = ({ id }) => (numberOf(id) === 1 ? later : taken);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'a'));
    await start();
    await pass(2 * SECOND);
    expect(desk.endpoint.seen).toEqual([2, 3]);
    await pass(10 * MINUTE);
    const many = entriesAbout('a', 'b', 'c', 'a', 'b', 'c', 'b', 'c');
    await desk.deliver(many);
    await pass(2 * SECOND);
    expect(desk.endpoint.seen).toEqual([2, 3, 5, 6, 7, 8]);
    expect(desk.aside).toEqual([]);
    desk.endpoint.script = () => taken;
    await pass(HOUR);
    expect(desk.endpoint.seen.slice(6)).toEqual([1, 4]);
  });

  it('sends what is urgent before a backlog of routine, after what came before it about that child', async () => {
    desk.endpoint.script = () => later;
    const routine = upTo(300).map((child) => `child-${child % 100}`);
    const entries = entriesAbout(...routine).map((entry, at) => ({
      ...entry,
      urgency: at === 299 ? ('urgent' as const) : ('routine' as const),
    }));
    await desk.deliver(entries);
    await start();
    desk.endpoint.script = () => taken;
    desk.endpoint.answersInMs = () => 100;
    await pass(10 * SECOND);
    const order = desk.endpoint.seen;
    expect(order.indexOf(300)).toBeLessThan(40);
    expect(order.filter((each) => each % 100 === 0)).toEqual([100, 200, 300]);
  });

  it('tries an endpoint that is down again for an urgent entry, without waiting out hours', async () => {
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout(...upTo(20).map((child) => `child-${child}`)));
    await start();
    await pass(60 * HOUR);
    desk.endpoint.script = () => taken;
    const urgent = entriesAbout(...upTo(21).map((child) => `child-${child}`));
    await desk.deliver(urgent.map((entry) => ({ ...entry, urgency: 'urgent' as const })));
    await pass(SECOND);
    expect(desk.endpoint.seen[0]).toBe(21);
    expect(desk.endpoint.seen.length).toBe(21);
  });

  it('is not held up for one subscriber by another that is slow or down', async () => {
    desk.put({ id: 's-slow' });
    desk.put({ id: 's-down' });
    desk.endpoint.answersInMs = ({ subscription }) => (subscription === 's-slow' ? 5 * SECOND : 1);
    desk.endpoint.script = ({ subscription }) => (subscription === 's-down' ? later : taken);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd'));
    await start();
    expect(await desk.cursor()).toBe(4);
    expect(await desk.cursor('s-slow')).toBe(0);
    await pass(6 * SECOND);
    expect(await desk.cursor('s-slow')).toBe(4);
    expect(await desk.cursor('s-down')).toBe(0);
  });

  it('takes up a changed filter while running, from where it stands', async () => {
    await desk.deliver(entriesAbout('a', 'b'));
    await start();
    desk.passes = ({ revision }, { sequence }) => revision === 0 || sequence === 4;
    desk.put();
    await desk.refresh(dispatcher);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd'));
    await pass(100);
    expect(desk.endpoint.tried).toEqual([1, 2, 4]);
    expect(await desk.cursor()).toBe(4);
  });

  it('sends nothing while paused, and everything of the meantime when resumed', async () => {
    await start();
    desk.put({ state: 'paused' });
    await desk.refresh(dispatcher);
    await pass(3 * SECOND);
    await desk.deliver(entriesAbout('a', 'b'));
    await pass(HOUR);
    expect(desk.endpoint.arrivals).toEqual([]);
    desk.put({ state: 'live' });
    await desk.refresh(dispatcher);
    await pass(100);
    expect(desk.endpoint.seen).toEqual([1, 2]);
  });

  it('gets through with an endpoint that answers every other time with a fault', async () => {
    let calls = 0;
    desk.endpoint.script = () => ((calls += 1) % 2 === 0 ? later : taken);
    const children = upTo(60).map((at) => `child-${at % 7}`);
    await desk.deliver(entriesAbout(...children));
    await start();
    await pass(30 * MINUTE);
    expect([...desk.endpoint.seen].sort((a, b) => a - b)).toEqual(upTo(60));
    expect(await desk.cursor()).toBe(60);
    for (const child of new Set(children)) {
      const ours = upTo(60).filter((each) => children[each - 1] === child);
      expect(desk.endpoint.seen.filter((each) => ours.includes(each))).toEqual(ours);
    }
  });

  it('cuts off what is under way when it has to stop, and sends it again with the same id', async () => {
    desk.endpoint.answersInMs = ({ tries }) => (tries === 1 ? HOUR : 1);
    await desk.deliver(entriesAbout('a', 'b'));
    await start();
    let isStopped = false;
    void dispatcher.stop('s-1').then(() => (isStopped = true));
    await pass(SECOND);
    expect(isStopped).toBe(false);
    await pass(2 * SECOND);
    expect(isStopped).toBe(true);
    dispatcher.start('s-1');
    await pass(50);
    expect(desk.endpoint.tried).toEqual([1, 2, 1, 2]);
    expect(await desk.cursors.at('subscription:s-1', CROYDON)).toBe(2);
  });

  it('goes on from where another process has come when it was overtaken', async () => {
    await desk.deliver(entriesAbout('a', 'b', 'c'));
    await start();
    await desk.cursors.move('subscription:s-1', CROYDON, 3, 5);
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f'));
    await pass(SECOND);
    expect(desk.endpoint.seen).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await desk.cursor()).toBe(6);
  });
});
