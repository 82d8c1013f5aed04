import { MemoryCursors, MemoryFeedMemories, MemoryMailbox } from '@ibex/adapters/memory';
import { Desk, SECOND, entriesAbout, numberOf, pacing, refused, taken } from '../../fixtures/dispatch';
import { SpareTries } from './send-width';

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const CHILDREN = 60;
/** Ten of each child, in turn. */
const backlog = () =>
  entriesAbout(...Array.from({ length: CHILDREN * 10 }, (_, at) => `child-${String(at % CHILDREN)}`));

describe('a subscriber that has much to catch up on', () => {
  let desk: Desk;
  let spare: SpareTries;

  const catchUp = async (forMs = 60 * SECOND): Promise<void> => {
    desk.put();
    const dispatcher = desk.dispatcher({ pacing: { ...pacing, widening: { most: 32, spare } } });
    await desk.refresh(dispatcher);
    await pass(forMs);
    const stopped = dispatcher.stop('s-1');
    await pass(5 * SECOND);
    await stopped;
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    spare = new SpareTries(100);
    desk = new Desk(new MemoryMailbox(), new MemoryCursors(), new MemoryFeedMemories());
    desk.endpoint.answersInMs = () => 20;
    await desk.deliver(backlog());
  });
  afterEach(() => jest.useRealTimers());

  it('is sent ever more at once, of each child still one after the other', async () => {
    await catchUp();
    expect(desk.endpoint.mostUnderWay).toBeGreaterThan(16);
    expect(desk.endpoint.mostUnderWay).toBeLessThanOrEqual(32);
    const { seen } = desk.endpoint;
    expect(seen).toHaveLength(CHILDREN * 10);
    for (let child = 0; child < CHILDREN; child += 1) {
      const ours = seen.filter((number) => (number - 1) % CHILDREN === child);
      expect(ours).toEqual([...ours].sort((a, b) => a - b));
    }
  });

  it('is sent no more than usual again at the first that it does not take', async () => {
    const begun: { atMs: number; underWay: number }[] = [];
    let refusedAtMs = Number.POSITIVE_INFINITY;
    desk.endpoint.answersInMs = ({ atMs }) => {
      begun.push({ atMs, underWay: desk.endpoint.underWay });
      return 20;
    };
    desk.endpoint.script = ({ id, tries }) => {
      if (numberOf(id) !== 400 || tries > 1) return taken;
      refusedAtMs = performance.now();
      return refused;
    };
    await catchUp();
    const underWay = (isThen: (atMs: number) => boolean): number =>
      Math.max(...begun.filter(({ atMs }) => isThen(atMs)).map((one) => one.underWay));
    expect(underWay((atMs) => atMs < refusedAtMs)).toBeGreaterThan(16);
    expect(underWay((atMs) => atMs > refusedAtMs && atMs < refusedAtMs + 30)).toBeLessThanOrEqual(12);
  });

  it.each([
    ['once it has caught up', 60 * SECOND],
    ['once it is stopped', 200],
  ])('leaves to others what it borrowed, %s', async (_, afterMs) => {
    await catchUp(afterMs);
    let left = 0;
    while (spare.borrow()) left += 1;
    expect(left).toBe(100);
  });
});
