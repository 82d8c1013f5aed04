import { Overtaken } from '@ibex/kernel';
import type { FeedMemories, FeedMemory } from '@ibex/kernel';

const FEED = 'subscription:s-1';
const failing: FeedMemory = {
  revision: 3,
  taken: 12,
  endpoint: {
    failingSince: '2026-03-02T09:00:00.000Z',
    failures: 7,
    refusals: 0,
    reason: 'webhook/timed-out',
    dueAt: '2026-03-02T10:00:00.000Z',
    isAsked: false,
  },
  trials: [{ sequence: 5, own: 2, firstAt: '2026-03-02T09:00:00.000Z', takenAtFirst: 9, takenAtLast: 11 }],
};
const well: FeedMemory = { revision: 3, taken: 13, trials: [] };

/** What every store of what feeds remember keeps to. `makeMemories` gives an empty one; the suite closes it. */
export const feedMemoriesSuite = (name: string, makeMemories: () => Promise<FeedMemories>): void => {
  describe(`memories of feeds: ${name}`, () => {
    let memories: FeedMemories;
    beforeEach(async () => {
      memories = await makeMemories();
    });
    afterEach(() => memories.close());

    it('are none at first', async () => {
      expect(await memories.read(FEED)).toEqual({ version: 0 });
    });

    it('come back as they were saved, each feed its own', async () => {
      expect(await memories.save(FEED, 0, failing)).toBe(1);
      expect(await memories.save('replay:r-1', 0, well)).toBe(1);
      expect(await memories.read(FEED)).toEqual({ version: 1, memory: failing });
      expect(await memories.save(FEED, 1, well)).toBe(2);
      expect(await memories.read(FEED)).toEqual({ version: 2, memory: well });
      expect(await memories.read('replay:r-1')).toEqual({ version: 1, memory: well });
    });

    it.each([0, 1, 3])('are not overwritten by whoever read version %i when 2 stands there', async (from) => {
      await memories.save(FEED, 0, well);
      await memories.save(FEED, 1, failing);
      await expect(memories.save(FEED, from, well)).rejects.toBeInstanceOf(Overtaken);
      expect(await memories.read(FEED)).toEqual({ version: 2, memory: failing });
    });

    it('are not begun from anywhere but 0', async () => {
      await expect(memories.save(FEED, 2, well)).rejects.toBeInstanceOf(Overtaken);
      expect(await memories.read(FEED)).toEqual({ version: 0 });
    });

    it('let exactly one of many writers through', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, () => memories.save(FEED, 0, failing)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('say that they are closed', async () => {
      await memories.close();
      await expect(memories.read(FEED)).rejects.toMatchObject({ code: 'store/closed' });
      await expect(memories.save(FEED, 0, well)).rejects.toMatchObject({ code: 'store/closed' });
    });
  });
};
