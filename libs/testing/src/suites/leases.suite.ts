import { setTimeout as pause } from 'node:timers/promises';
import type { Lease, Leases } from '@ibex/kernel';

const LONG = 60_000;
const SHORT = 150;
const overdue = (): Promise<void> => pause(SHORT + 100);
const namesOf = (leases: readonly Lease[]): readonly string[] => leases.map(({ name }) => name).sort();

/** What every store of leases keeps to. `makeLeases` gives an empty one. */
export const leasesSuite = (name: string, makeLeases: () => Promise<Leases>): void => {
  describe(`leases: ${name}`, () => {
    let leases: Leases;
    beforeEach(async () => {
      leases = await makeLeases();
    });

    it('gives a free piece of work to the first who takes it, and to nobody else meanwhile', async () => {
      expect(await leases.take('views', 'duties', 'a', LONG)).toEqual({ name: 'duties', token: 1 });
      expect(await leases.take('views', 'duties', 'b', LONG)).toBeUndefined();
      expect(await leases.take('views', 'register', 'b', LONG)).toEqual({ name: 'register', token: 1 });
    });

    it('gives each piece to exactly one of many who take at once', async () => {
      const holders = Array.from({ length: 20 }, (_, index) => `holder-${index}`);
      const taken = await Promise.all(holders.map((holder) => leases.take('views', 'duties', holder, LONG)));
      expect(taken.filter((lease) => lease !== undefined)).toEqual([{ name: 'duties', token: 1 }]);
    });

    it('gives a holder what it has already, under the same token', async () => {
      await leases.take('views', 'duties', 'a', LONG);
      expect(await leases.take('views', 'duties', 'a', LONG)).toEqual({ name: 'duties', token: 1 });
    });

    it('keeps groups apart', async () => {
      await leases.attend('views', 'a', LONG);
      await leases.take('views', 'one', 'a', LONG);
      expect(await leases.take('routers', 'one', 'b', LONG)).toEqual({ name: 'one', token: 1 });
      expect(await leases.attend('routers', 'b', LONG)).toEqual({
        mine: [{ name: 'one', token: 1 }],
        present: 1,
      });
    });

    it('tells a holder what it has and how many are present', async () => {
      expect(await leases.attend('views', 'a', LONG)).toEqual({ mine: [], present: 1 });
      await leases.take('views', 'duties', 'a', LONG);
      await leases.take('views', 'register', 'a', LONG);
      await leases.take('views', 'chronology', 'b', LONG);
      expect(await leases.attend('views', 'b', LONG)).toEqual({
        mine: [{ name: 'chronology', token: 1 }],
        present: 2,
      });
      const { mine, present } = await leases.attend('views', 'a', LONG);
      expect([namesOf(mine), present]).toEqual([['duties', 'register'], 2]);
    });

    it('lets work be taken, under a higher token, from a holder that was not heard of for its term', async () => {
      await leases.attend('views', 'a', SHORT);
      await leases.take('views', 'duties', 'a', SHORT);
      expect(await leases.take('views', 'duties', 'b', LONG)).toBeUndefined();
      await overdue();
      expect(await leases.take('views', 'duties', 'b', LONG)).toEqual({ name: 'duties', token: 2 });
      expect(await leases.attend('views', 'b', LONG)).toEqual({
        mine: [{ name: 'duties', token: 2 }],
        present: 1,
      });
    });

    it('does not give lapsed work back to a holder that comes late', async () => {
      await leases.attend('views', 'a', SHORT);
      await leases.take('views', 'duties', 'a', SHORT);
      await overdue();
      expect(await leases.attend('views', 'a', LONG)).toEqual({ mine: [], present: 1 });
      expect(await leases.take('views', 'duties', 'a', LONG)).toEqual({ name: 'duties', token: 2 });
    });

    it('prolongs what a holder has for as long as it attends', async () => {
      await leases.take('views', 'duties', 'a', SHORT);
      for (let beat = 0; beat < 5; beat += 1) {
        await pause(SHORT / 3);
        await leases.attend('views', 'a', SHORT);
      }
      expect(await leases.take('views', 'duties', 'b', LONG)).toBeUndefined();
    });

    it('frees at once what is given up, and nothing that belongs to others', async () => {
      await leases.take('views', 'duties', 'a', LONG);
      await leases.take('views', 'register', 'a', LONG);
      await leases.take('views', 'chronology', 'b', LONG);
      await leases.release('views', ['duties', 'chronology', 'unheard-of'], 'a');
      expect(await leases.take('views', 'duties', 'c', LONG)).toEqual({ name: 'duties', token: 2 });
      expect(await leases.take('views', 'register', 'c', LONG)).toBeUndefined();
      expect(await leases.take('views', 'chronology', 'c', LONG)).toBeUndefined();
    });

    it('counts a holder that has left no more, and frees all it had', async () => {
      await leases.attend('views', 'a', LONG);
      await leases.attend('views', 'b', LONG);
      await leases.take('views', 'duties', 'a', LONG);
      await leases.leave('views', 'a');
      await leases.leave('views', 'a');
      expect(await leases.attend('views', 'b', LONG)).toEqual({ mine: [], present: 1 });
      expect(await leases.take('views', 'duties', 'b', LONG)).toEqual({ name: 'duties', token: 2 });
    });
  });
};
