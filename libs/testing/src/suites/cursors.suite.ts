import { Overtaken } from '@ibex/kernel';
import type { Cursors } from '@ibex/kernel';
import { CROYDON, KENT } from '../builders';

/** What every store of cursors keeps to. `makeCursors` gives an empty one; the suite closes it. */
export const cursorsSuite = (name: string, makeCursors: () => Promise<Cursors>): void => {
  describe(`cursors: ${name}`, () => {
    let cursors: Cursors;
    beforeEach(async () => {
      cursors = await makeCursors();
    });
    afterEach(() => cursors.close());

    it('stand at 0 before the first move', async () => {
      expect(await cursors.at('kafka', CROYDON)).toBe(0);
    });

    it('move on from where they stand, each mailbox and channel on its own', async () => {
      await cursors.move('kafka', CROYDON, 0, 5);
      await cursors.move('kafka', CROYDON, 5, 9);
      await cursors.move('kafka', KENT, 0, 2);
      expect(await cursors.at('kafka', CROYDON)).toBe(9);
      expect(await cursors.at('kafka', KENT)).toBe(2);
      expect(await cursors.at('webhook', CROYDON)).toBe(0);
    });

    it.each([0, 4, 6])('do not move from %i when they stand at 5', async (from) => {
      await cursors.move('kafka', CROYDON, 0, 5);
      await expect(cursors.move('kafka', CROYDON, from, 7)).rejects.toBeInstanceOf(Overtaken);
      expect(await cursors.at('kafka', CROYDON)).toBe(5);
    });

    it('do not move from anywhere but 0 when they never moved', async () => {
      await expect(cursors.move('kafka', CROYDON, 3, 7)).rejects.toBeInstanceOf(Overtaken);
      expect(await cursors.at('kafka', CROYDON)).toBe(0);
    });

    it('let exactly one of many movers through', async () => {
      const moves = Array.from({ length: 10 }, (_, index) => cursors.move('kafka', CROYDON, 0, index + 1));
      const outcomes = await Promise.allSettled(moves);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.every(({ reason }) => reason instanceof Overtaken)).toBe(true);
    });

    it('say that they are closed', async () => {
      await cursors.close();
      await expect(cursors.at('kafka', CROYDON)).rejects.toMatchObject({ code: 'store/closed' });
      await expect(cursors.move('kafka', CROYDON, 0, 1)).rejects.toMatchObject({ code: 'store/closed' });
    });
  });
};
