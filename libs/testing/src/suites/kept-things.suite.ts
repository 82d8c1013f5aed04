import type { KeptThing, KeptThings } from '@ibex/kernel';

const NINE = '2026-03-02T09:00:00.000Z';
const TEN = '2026-03-02T10:00:00.000Z';
const ELEVEN = '2026-03-02T11:00:00.000Z';

const ungrouped = { owner: 'person-1', sealed: 'c2VhbGVk', keptAt: NINE, until: TEN };
const session: KeptThing = { ...ungrouped, kind: 'session', id: 's-1', group: 'login-1' };
const draft: KeptThing = { ...ungrouped, kind: 'draft', id: 'd-1' };

/** What every store of things with an end keeps to. `makeThings` gives an empty one; the suite closes it. */
export const keptThingsSuite = (name: string, makeThings: () => Promise<KeptThings>): void => {
  describe(`things kept for a while: ${name}`, () => {
    let things: KeptThings;
    beforeEach(async () => {
      things = await makeThings();
    });
    afterEach(() => things.close());
    const find = (id: string, now = NINE): Promise<KeptThing | undefined> => things.find('session', id, now);

    it('come back as they were put, each under its kind', async () => {
      await things.put(session);
      await things.put(draft);
      expect(await find('s-1')).toEqual(session);
      expect(await things.find('draft', 'd-1', NINE)).toEqual(draft);
      expect(await things.find('draft', 's-1', NINE)).toBeUndefined();
    });

    it('take the place of what was there', async () => {
      await things.put(session);
      const later = { ...session, sealed: 'bGF0ZXI', until: ELEVEN };
      await things.put(later);
      expect(await find('s-1')).toEqual(later);
    });

    it('are not found from the instant of their end on', async () => {
      await things.put(session);
      expect(await find('s-1', '2026-03-02T09:59:59.999Z')).toEqual(session);
      expect(await find('s-1', TEN)).toBeUndefined();
      expect(await things.take('session', 's-1', TEN)).toBeUndefined();
      expect(await things.list('session', 'person-1', TEN)).toEqual([]);
    });

    it('are put as new by exactly one of many', async () => {
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => things.putNew(session)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    });

    it('make room for new ones once they have ended', async () => {
      await things.put(session);
      const next = { ...session, keptAt: TEN, until: ELEVEN, sealed: 'bmV4dA' };
      expect(await things.putNew({ ...next, keptAt: '2026-03-02T09:30:00.000Z' })).toBe(false);
      expect(await things.putNew(next)).toBe(true);
      expect(await find('s-1', TEN)).toEqual(next);
    });

    it('are replaced where they are, and stay away where they were removed', async () => {
      expect(await things.replace(session)).toBe(false);
      expect(await find('s-1')).toBeUndefined();
      await things.put(session);
      const later = { ...session, sealed: 'bGF0ZXI' };
      expect(await things.replace(later)).toBe(true);
      expect(await find('s-1')).toEqual(later);
    });

    it('are taken by exactly one of many', async () => {
      await things.put(session);
      const taken = await Promise.all(Array.from({ length: 8 }, () => things.take('session', 's-1', NINE)));
      expect(taken.filter((each) => each !== undefined)).toEqual([session]);
      expect(await find('s-1')).toBeUndefined();
    });

    it('are listed by owner, what was put last first', async () => {
      const later = { ...session, id: 's-2', keptAt: '2026-03-02T09:10:00.000Z' };
      await things.put(session);
      await things.put(later);
      await things.put({ ...session, id: 's-3', owner: 'person-2' });
      expect(await things.list('session', 'person-1', NINE)).toEqual([later, session]);
    });

    it('are removed one by one, by owner and by group', async () => {
      for (const [id, owner, group] of [
        ['s-1', 'person-1', 'login-1'],
        ['s-2', 'person-1', 'login-2'],
        ['s-3', 'person-2', 'login-3'],
        ['s-4', 'person-3', 'login-3'],
        ['s-5', 'person-3', 'login-5'],
      ] as const)
        await things.put({ ...session, id, owner, group });
      await things.put(draft);
      await things.remove('session', 's-5');
      await things.removeOf('session', { group: 'login-3' });
      await things.removeOf('session', { owner: 'person-2' });
      expect(await things.list('session', 'person-3', NINE)).toEqual([]);
      await things.removeOf('session', { owner: 'person-1' });
      expect(await Promise.all(['s-1', 's-2', 's-3', 's-4', 's-5'].map((id) => find(id)))).toEqual(
        Array.from({ length: 5 }, () => undefined),
      );
      expect(await things.find('draft', 'd-1', NINE)).toEqual(draft);
    });

    it('are swept once they have ended, the others not', async () => {
      await things.put(session);
      await things.put({ ...draft, until: ELEVEN });
      expect(await things.sweep(TEN)).toBe(1);
      expect(await things.sweep(TEN)).toBe(0);
      expect(await things.find('draft', 'd-1', TEN)).toEqual({ ...draft, until: ELEVEN });
    });

    it('say that they are closed', async () => {
      await things.close();
      await expect(find('s-1')).rejects.toMatchObject({ code: 'store/closed' });
      await expect(things.put(session)).rejects.toMatchObject({ code: 'store/closed' });
    });
  });
};
