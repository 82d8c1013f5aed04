import type { Attempt, Attempts } from '@ibex/kernel';
import { CROYDON, KENT, anAttempt } from '../builders';

const OURS = 'subscription-1';
const day = (number: number): string => `2026-03-0${String(number)}T09:00:00.000Z`;
const refused = (sequence: number, change: Partial<Attempt> = {}): Attempt =>
  anAttempt(sequence, { outcome: 'refused', reason: 'webhook/refused', status: 422, ...change });

/** What every log of tries keeps to. `makeAttempts` gives an empty one; the suite closes it. */
export const attemptsSuite = (name: string, makeAttempts: () => Promise<Attempts>): void => {
  describe(`attempts: ${name}`, () => {
    let attempts: Attempts;
    beforeEach(async () => {
      attempts = await makeAttempts();
    });
    afterEach(() => attempts.close());

    const numbers = async (
      query: Partial<Parameters<Attempts['list']>[1]> = {},
    ): Promise<readonly number[]> =>
      (await attempts.list(OURS, { limit: 100, ...query })).map(({ sequence }) => sequence);

    it('are none at first', async () => {
      expect(await attempts.list(OURS, { limit: 10 })).toEqual([]);
      await attempts.append([]);
      expect(await attempts.list(OURS, { limit: 10 })).toEqual([]);
    });

    it('come back as they were written, the newest first', async () => {
      const bare: Attempt = {
        ...{ subscriptionId: OURS, authority: CROYDON, sequence: 9, at: day(3) },
        ...{ outcome: 'later', durationMs: 0, more: 41 },
      };
      await attempts.append([anAttempt(7), refused(8, { at: day(2) })]);
      await attempts.append([bare]);
      const numbered = { number: expect.any(Number) as number };
      expect(await attempts.list(OURS, { limit: 10 })).toEqual([
        { ...bare, ...numbered },
        { ...refused(8, { at: day(2) }), ...numbered },
        { ...anAttempt(7), ...numbered },
      ]);
    });

    it('are listed by subscription', async () => {
      await attempts.append([anAttempt(1), anAttempt(2, { subscriptionId: 'other', authority: KENT })]);
      expect(await numbers()).toEqual([1]);
    });

    it('are listed page by page, and what comes meanwhile moves nothing', async () => {
      await attempts.append([1, 2, 3, 4, 5].map((sequence) => anAttempt(sequence)));
      const first = await attempts.list(OURS, { limit: 2 });
      await attempts.append([anAttempt(6)]);
      const before = first.at(-1)?.number ?? 0;
      const second = await attempts.list(OURS, { limit: 2, before });
      expect([first, second].map((page) => page.map(({ sequence }) => sequence))).toEqual([
        [5, 4],
        [3, 2],
      ]);
      expect(await numbers({ before: second.at(-1)?.number ?? 0 })).toEqual([1]);
    });

    it('are listed by outcome and from a moment on', async () => {
      await attempts.append([
        ...[anAttempt(1, { at: day(1) }), refused(2, { at: day(2) }), anAttempt(3, { at: day(2) })],
        ...[refused(4, { at: day(3), outcome: 'gone', status: 410 }), refused(5, { at: day(4) })],
      ]);
      expect(await numbers({ outcomes: ['refused'] })).toEqual([5, 2]);
      expect(await numbers({ outcomes: ['refused', 'gone'], since: day(3) })).toEqual([5, 4]);
      expect(await numbers({ since: day(2), limit: 3 })).toEqual([5, 4, 3]);
      expect(await numbers({ outcomes: [] })).toEqual([]);
    });

    it('are dropped by age, so many at once, the oldest first', async () => {
      await attempts.append([1, 2, 3, 4].map((number) => anAttempt(number, { at: day(number) })));
      await attempts.append([anAttempt(9, { subscriptionId: 'other', at: day(1) })]);
      expect(await attempts.prune(day(4), 3)).toBe(3);
      expect(await numbers()).toEqual([4, 3]);
      expect(await attempts.list('other', { limit: 1 })).toEqual([]);
      expect(await attempts.prune(day(4), 3)).toBe(1);
      expect(await attempts.prune(day(4), 3)).toBe(0);
      expect(await numbers()).toEqual([4]);
    });

    it('go on counting after what was dropped', async () => {
      await attempts.append([anAttempt(1, { at: day(1) })]);
      const [first] = await attempts.list(OURS, { limit: 1 });
      await attempts.prune(day(2), 10);
      await attempts.append([anAttempt(2, { at: day(2) })]);
      const [second] = await attempts.list(OURS, { limit: 1 });
      expect(second?.number).toBeGreaterThan(first?.number ?? 0);
    });

    it('say that they are closed', async () => {
      await attempts.close();
      const closed = { code: 'store/closed' };
      await expect(attempts.append([anAttempt(1)])).rejects.toMatchObject(closed);
      await expect(attempts.list(OURS, { limit: 1 })).rejects.toMatchObject(closed);
      await expect(attempts.prune(day(1), 1)).rejects.toMatchObject(closed);
    });
  });
};
