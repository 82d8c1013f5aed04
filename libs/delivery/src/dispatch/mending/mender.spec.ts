import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import {
  Desk,
  SECOND,
  aSubscription,
  entriesAbout,
  later,
  numberOf,
  refused,
  taken,
} from '../../../fixtures/dispatch';
import { CROYDON } from '../../../fixtures/relay';
import type { SubscriptionFeed } from '../subscription-feed';
import { Mender } from './mender';
import type { AsideRow, ReplayRow } from './mending.schema';

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
const anOrder = (sequence: number, changedPosition = 1): AsideRow => ({
  subscriptionId: 's-1',
  sequence,
  authority: CROYDON,
  entryId: `${CROYDON}-${String(sequence)}`,
  reason: 'webhook/refused',
  status: 422,
  setAsideAt: '2026-03-02T09:00:00.000Z',
  state: 'redriven',
  changedPosition,
});
const aReplay: ReplayRow = {
  replayId: 'r-1',
  subscriptionId: 's-1',
  authority: CROYDON,
  fromSequence: 3,
  toSequence: 6,
  orderedAt: '2026-03-02T09:00:00.000Z',
  state: 'open',
};

describe('what is put right by hand', () => {
  let desk: Desk;
  let feed: SubscriptionFeed;
  let redriven: AsideRow[];
  let replays: ReplayRow[];
  const finished: string[] = [];
  const subscription = aSubscription();

  const aMender = (): Mender =>
    new Mender({
      list: { redriven: () => Promise.resolve(redriven), openReplays: () => Promise.resolve(replays) },
      orders: {
        replayFinished: (_, id) => {
          finished.push(id);
          replays = [];
          return Promise.resolve();
        },
      },
      mailbox: desk.mailbox,
      running: () => ({ feed, subscription }),
      newReplay: (running, { replayId, fromSequence, toSequence }, { overtaken }) =>
        desk.feed(
          running.subscription,
          { overtaken, mayBegin: () => feed.state().phase === 'well' },
          { cursor: `replay:${replayId}`, after: fromSequence - 1, upTo: toSequence },
        ),
    });
  const live = async (): Promise<void> => {
    feed = desk.feed(subscription);
    feed.start();
    await pass(50);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
    [redriven, replays] = [[], []];
    finished.length = 0;
  });
  afterEach(async () => {
    const stopped = feed.stop();
    await pass(5 * SECOND);
    await stopped;
    jest.useRealTimers();
  });

  it('is sent once more, once for each order, and told as taken', async () => {
    await desk.deliver(entriesAbout('a', 'b', 'c'));
    await live();
    redriven = [anOrder(2)];
    const mender = aMender();
    await mender.look();
    await mender.look();
    await pass(50);
    // the list trails: it still says so
    await mender.look();
    await pass(50);
    expect(desk.endpoint.tried).toEqual([1, 2, 3, 2]);
    expect(desk.takenAfterAll.map(numberOf)).toEqual([2]);
    expect(await desk.cursor()).toBe(3);
  });

  it('is set aside at once when it is refused again, and sent again by another order', async () => {
    desk.endpoint.script = ({ id, tries }) => (numberOf(id) === 2 && tries === 2 ? refused : taken);
    await desk.deliver(entriesAbout('a', 'b', 'c'));
    await live();
    const mender = aMender();
    redriven = [anOrder(2, 1)];
    await mender.look();
    await pass(50);
    expect(desk.aside.map(numberOf)).toEqual([2]);
    redriven = [anOrder(2, 7)];
    await mender.look();
    await pass(50);
    expect(desk.endpoint.tried).toEqual([1, 2, 3, 2, 2]);
    expect(desk.takenAfterAll.map(numberOf)).toEqual([2]);
  });

  it('is replayed with the same ids, slower than what is new, which goes on meanwhile', async () => {
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    await live();
    replays = [aReplay];
    desk.endpoint.answersInMs = () => SECOND;
    const mender = aMender();
    await mender.look();
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'));
    await pass(1_500);
    expect(desk.endpoint.seen).toEqual(upTo(10));
    await pass(5 * SECOND);
    expect(
      desk.endpoint.took
        .map(({ id }) => numberOf(id))
        .filter((each) => each < 8)
        .slice(7),
    ).toEqual([3, 4, 5, 6]);
    await mender.look();
    expect(finished).toEqual(['r-1']);
    await mender.look();
    await pass(SECOND);
    expect(desk.endpoint.arrivals.length).toBe(14);
  });

  it('goes on with a replay where it stood when another process takes it up', async () => {
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    await live();
    replays = [aReplay];
    desk.endpoint.answersInMs = () => SECOND;
    const one = aMender();
    await one.look();
    await pass(2_500);
    const stopped = one.stop('s-1');
    await pass(3 * SECOND);
    await stopped;
    await aMender().look();
    await pass(5 * SECOND);
    expect(desk.endpoint.took.map(({ id }) => numberOf(id)).slice(7)).toEqual([3, 4, 5, 6]);
  });

  it('does not replay to an endpoint that is down', async () => {
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    await live();
    desk.endpoint.script = () => later;
    await desk.deliver(entriesAbout('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));
    await pass(100);
    const before = desk.endpoint.arrivals.length;
    replays = [aReplay];
    await aMender().look();
    await pass(500);
    expect(desk.endpoint.arrivals.length).toBe(before);
  });
});
