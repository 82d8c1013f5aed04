import { BEGINNING } from '@ibex/kernel';
import type { ReadModels, Row, ViewSchema } from '@ibex/kernel';

/** A store of views, and a way to look at the rows that its readers see. */
export type ReadModelsUnderTest = Readonly<{
  readModels: ReadModels;
  rows(table: string): Promise<readonly Row[]>;
}>;

const register: ViewSchema = {
  name: 'register',
  version: 1,
  tables: [
    {
      name: 'register_rows',
      columns: { placement: 'text', host: 'text', children: 'integer', share: 'real', note: 'text' },
      primaryKey: ['placement'],
      indexes: [['host', 'children']],
    },
    { name: 'register_hosts', columns: { host: 'text', year: 'integer' }, primaryKey: ['host', 'year'] },
  ],
};
const registerV2: ViewSchema = {
  ...register,
  version: 2,
  tables: [
    { name: 'register_rows', columns: { placement: 'text', label: 'text' }, primaryKey: ['placement'] },
  ],
};
const other: ViewSchema = {
  name: 'other',
  version: 1,
  tables: [{ name: 'other_rows', columns: { id: 'text' }, primaryKey: ['id'] }],
};

const row = (placement: string, change: Row = {}): Row => ({
  placement,
  host: 'E09000008',
  children: 1,
  share: 0.5,
  note: null,
  ...change,
});
const put = (placement: string, change: Row = {}) =>
  ({ op: 'put', table: 'register_rows', row: row(placement, change) }) as const;
const byPlacement = (rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => String(a['placement']).localeCompare(String(b['placement'])));

/** What every store of views keeps to. `makeStore` gives an empty one; the suite closes it. */
export const readModelsSuite = (name: string, makeStore: () => Promise<ReadModelsUnderTest>): void => {
  describe(`read models: ${name}`, () => {
    let readModels: ReadModels;
    let rowsOf: ReadModelsUnderTest['rows'];
    beforeEach(async () => {
      const made = await makeStore();
      readModels = made.readModels;
      rowsOf = (table) => made.rows(table);
    });
    afterEach(() => readModels.close());
    const shown = async (): Promise<readonly Row[]> => byPlacement(await rowsOf('register_rows'));

    describe('writing', () => {
      beforeEach(() => readModels.open(register));

      it('starts a new view empty and at the beginning', async () => {
        expect(await readModels.open(register)).toBe(BEGINNING);
        expect(await shown()).toEqual([]);
      });

      it('stores rows and the checkpoint that they cover', async () => {
        await readModels.write(register, [put('a'), put('b', { note: "Ó'Neil 王" })], 7);
        expect(await shown()).toEqual([row('a'), row('b', { note: "Ó'Neil 王" })]);
        expect(await readModels.open(register)).toBe(7);
      });

      it('moves the checkpoint although no row changes', async () => {
        await readModels.write(register, [], 3);
        expect(await readModels.open(register)).toBe(3);
      });

      it('puts a row whole in the place of the one with its key', async () => {
        await readModels.write(register, [put('a', { note: 'old', children: 4 })], 1);
        const silent = {
          op: 'put',
          table: 'register_rows',
          row: { placement: 'a', host: 'E10000016' },
        } as const;
        await readModels.write(register, [silent], 2);
        expect(await shown()).toEqual([
          { placement: 'a', host: 'E10000016', children: null, share: null, note: null },
        ]);
      });

      it('keeps rows apart by every column of the key', async () => {
        const hosted = (host: string, year: number) =>
          ({ op: 'put', table: 'register_hosts', row: { host, year } }) as const;
        await readModels.write(register, [hosted('a', 1), hosted('a', 2), hosted('b', 1), hosted('a', 1)], 1);
        expect(await rowsOf('register_hosts')).toHaveLength(3);
      });

      it('patches the columns named in the rows that match, and no others', async () => {
        await readModels.write(register, [put('a'), put('b'), put('c', { host: 'E10000016' })], 1);
        const patch = {
          op: 'patch',
          table: 'register_rows',
          where: { host: 'E09000008' },
          set: { children: 9, note: null },
        } as const;
        await readModels.write(register, [patch], 2);
        expect(await shown()).toEqual([
          row('a', { children: 9 }),
          row('b', { children: 9 }),
          row('c', { host: 'E10000016' }),
        ]);
      });

      it('does nothing for a patch or a delete of a row that is not there', async () => {
        const where = { placement: 'nobody' };
        await readModels.write(
          register,
          [
            { op: 'patch', table: 'register_rows', where, set: { children: 2 } },
            { op: 'delete', table: 'register_rows', where },
          ],
          1,
        );
        expect(await shown()).toEqual([]);
      });

      it('finds rows by an empty column', async () => {
        await readModels.write(register, [put('a'), put('b', { note: 'kept' })], 1);
        await readModels.write(
          register,
          [{ op: 'delete', table: 'register_rows', where: { note: null } }],
          2,
        );
        expect(await shown()).toEqual([row('b', { note: 'kept' })]);
      });

      it('applies changes in the order given', async () => {
        const where = { placement: 'a' };
        await readModels.write(
          register,
          [
            put('a'),
            { op: 'patch', table: 'register_rows', where, set: { children: 2 } },
            { op: 'delete', table: 'register_rows', where },
            put('a', { children: 3 }),
            { op: 'patch', table: 'register_rows', where, set: { share: 1 } },
          ],
          5,
        );
        expect(await shown()).toEqual([row('a', { children: 3, share: 1 })]);
      });

      it.each([
        ['an unknown table', { op: 'put', table: 'nowhere', row: { placement: 'x' } }],
        ['an unknown column', { op: 'put', table: 'register_rows', row: { placement: 'x', nonsense: 1 } }],
        [
          'a patch of an unknown column',
          { op: 'patch', table: 'register_rows', where: { x: 1 }, set: { note: '' } },
        ],
        ['a delete that names no column', { op: 'delete', table: 'register_rows', where: {} }],
      ] as const)('keeps neither rows nor checkpoint of a write with %s', async (_, bad) => {
        await readModels.write(register, [put('a')], 1);
        await expect(readModels.write(register, [put('b'), bad], 2)).rejects.toThrow();
        expect(await shown()).toEqual([row('a')]);
        expect(await readModels.open(register)).toBe(1);
      });

      it('does not let one refused write harm those beside it', async () => {
        await readModels.open(other);
        const entry = { op: 'put', table: 'other_rows', row: { id: 'x' } } as const;
        const written = await Promise.allSettled([
          readModels.write(register, [put('a')], 1),
          readModels.write({ ...register, version: 9 }, [put('b')], 2),
          readModels.write(other, [entry], 3),
        ]);
        expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(await shown()).toEqual([row('a')]);
        expect(await rowsOf('other_rows')).toEqual([{ id: 'x' }]);
      });

      it('takes many rows at once', async () => {
        const many = Array.from({ length: 5000 }, (_, index) => put(`p-${index}`, { children: index }));
        await readModels.write(register, many, 5000);
        expect(await shown()).toHaveLength(5000);
      });

      it('refuses writes when it is closed', async () => {
        await readModels.close();
        await expect(readModels.write(register, [put('a')], 1)).rejects.toMatchObject({
          code: 'store/closed',
        });
        await readModels.close();
      });
    });

    describe('rebuilding', () => {
      beforeEach(async () => {
        await readModels.open(register);
        await readModels.write(register, [put('live')], 10);
      });

      it('asks for a rebuild when the version is another, and lets the old copy answer meanwhile', async () => {
        expect(await readModels.open(registerV2)).toBeUndefined();
        expect(await shown()).toEqual([row('live')]);
      });

      it('fills a second copy unseen, then shows it in one step, at its own checkpoint', async () => {
        const rebuild = await readModels.rebuild(register);
        await rebuild.write([put('new-1')], 4);
        await readModels.write(register, [put('live-2')], 11);
        await rebuild.write([put('new-2')], 12);
        expect(await shown()).toEqual([row('live'), row('live-2')]);
        await rebuild.switchOver();
        expect(await shown()).toEqual([row('new-1'), row('new-2')]);
        expect(await readModels.open(register)).toBe(12);
        await readModels.write(register, [put('new-3')], 13);
        expect(await shown()).toHaveLength(3);
      });

      it('switches to other tables and columns with a new version', async () => {
        const rebuild = await readModels.rebuild(registerV2);
        await rebuild.write([{ op: 'put', table: 'register_rows', row: { placement: 'a', label: 'l' } }], 20);
        await rebuild.switchOver();
        expect(await shown()).toEqual([{ placement: 'a', label: 'l' }]);
        expect(await readModels.open(registerV2)).toBe(20);
        await expect(readModels.write(register, [put('b')], 21)).rejects.toThrow(/register/);
      });

      it('leaves the live copy as it was when a rebuild is abandoned', async () => {
        const rebuild = await readModels.rebuild(register);
        await rebuild.write([put('new')], 4);
        await rebuild.abandon();
        expect(await shown()).toEqual([row('live')]);
        expect(await readModels.open(register)).toBe(10);
        await expect(rebuild.write([put('late')], 5)).rejects.toThrow(/register/);
        await expect(rebuild.switchOver()).rejects.toThrow(/register/);
      });

      it('can be rebuilt again and again', async () => {
        for (const turn of [1, 2, 3]) {
          const rebuild = await readModels.rebuild(register);
          await rebuild.write([put(`turn-${turn}`)], turn);
          await rebuild.switchOver();
        }
        expect(await shown()).toEqual([row('turn-3')]);
      });

      it('keeps a rebuild of one view apart from another', async () => {
        await readModels.open(other);
        const rebuild = await readModels.rebuild(other);
        await rebuild.switchOver();
        expect(await shown()).toEqual([row('live')]);
      });
    });
  });
};
