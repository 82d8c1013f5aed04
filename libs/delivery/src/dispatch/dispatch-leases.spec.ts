import { MemoryCursors, MemoryFeedMemories, MemoryLeases, MemoryMailbox } from '@ibex/adapters/memory';
import type { Leases } from '@ibex/kernel';
import { WorkShare, silentLog } from '@ibex/runtime';
import { Desk, SECOND, entriesAbout, numberOf } from '../../fixtures/dispatch';
import type { Dispatcher } from './dispatcher';

const ids = ['s-1', 's-2', 's-3', 's-4'];
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** One of several processes that bring out the same subscriptions. */
const aProcess = async (desk: Desk, leases: Leases) => {
  const share = new WorkShare(silentLog(), leases);
  const dispatcher: Dispatcher = desk.dispatcher({}, (names, gone) => {
    const start = (id: string): void => dispatcher.start(id);
    const stop = (id: string): Promise<void> => dispatcher.stop(id);
    share.offer({ group: 'channels', names, start, stop });
    void share.withdraw('channels', gone);
  });
  await desk.refresh(dispatcher);
  share.onApplicationBootstrap();
  return { dispatcher, share };
};
type Process = Awaited<ReturnType<typeof aProcess>>;

const heldBy = ({ dispatcher }: Process): readonly string[] =>
  dispatcher.states().map(({ subscriptionId }) => subscriptionId);

describe('subscriptions among several processes', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are brought out by one each, also while they move, and nothing is lost or reordered', async () => {
    const desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
    const leases = new MemoryLeases();
    for (const id of ids) desk.put({ id });
    desk.endpoint.answersInMs = () => 400;
    const children = Array.from({ length: 120 }, (_, at) => `child-${String(at % 12)}`);
    await desk.deliver(entriesAbout(...children));
    const one = await aProcess(desk, leases);
    await pass(2 * SECOND);
    const two = await aProcess(desk, leases);
    await pass(5 * SECOND);
    expect([...heldBy(one), ...heldBy(two)].sort()).toEqual(ids);
    expect(heldBy(two).length).toBe(2);
    const closed = one.share.beforeApplicationShutdown();
    await pass(12 * SECOND);
    await closed;
    expect([...heldBy(two)].sort()).toEqual(ids);
    for (const id of ids) {
      expect(await desk.cursor(id)).toBe(120);
      const took = desk.endpoint.took.filter(({ subscription }) => subscription === id);
      const seen = [...new Set(took.map((each) => numberOf(each.id)))];
      expect(seen.length).toBe(120);
      for (const child of new Set(children)) {
        const ours = seen.filter((number) => children[number - 1] === child);
        expect(ours).toEqual([...ours].sort((a, b) => a - b));
      }
    }
    const ended = two.share.beforeApplicationShutdown();
    await pass(5 * SECOND);
    await ended;
  });

  it('are ended wherever they run when they are closed', async () => {
    const desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
    for (const id of ids) desk.put({ id });
    const one = await aProcess(desk, new MemoryLeases());
    await pass(2 * SECOND);
    desk.put({ id: 's-2', state: 'closed' });
    await desk.refresh(one.dispatcher);
    await pass(3 * SECOND);
    expect([...heldBy(one)].sort()).toEqual(['s-1', 's-3', 's-4']);
    const ended = one.share.beforeApplicationShutdown();
    await pass(5 * SECOND);
    await ended;
  });
});
