import fc from 'fast-check';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Row, RowChange, ViewSchema } from '@ibex/kernel';
import { CROYDON, KENT, postgresServer } from '@ibex/testing';
import { MemoryReadModels } from '../../memory';
import { PostgresStores } from '../index';

type Tables = {
  duties: { duty: string; owedBy: string; met: number; share: number | null };
  places: { at: number; part: string; note: string | null };
};

const duties: ViewSchema = {
  name: 'duties',
  version: 1,
  tables: [
    {
      name: 'duties',
      columns: { duty: 'text', owedBy: 'text', met: 'integer', share: 'real' },
      primaryKey: ['duty'],
      indexes: [['owedBy', 'duty']],
      sight: [{ column: 'owedBy' }],
    },
    {
      name: 'places',
      columns: { at: 'integer', part: 'text', note: 'text' },
      primaryKey: ['at', 'part'],
    },
  ],
};
const aDuty = (duty: string, change: Row = {}): RowChange => ({
  op: 'put',
  table: 'duties',
  row: { duty, owedBy: CROYDON, met: 0, share: null, ...change },
});

const server = postgresServer('--no-fsync');

describe('views in PostgreSQL', () => {
  let stores: PostgresStores;
  let readDb: Kysely<Tables>;
  let asking = '';
  beforeEach(async () => {
    asking = '';
    stores = await PostgresStores.open({
      url: await server().database(),
      masterKey: new Uint8Array(32),
      reader: {
        current: () => (asking === '' ? { kind: 'system' } : { kind: 'reader', authority: asking }),
      },
    });
    readDb = stores.readDb;
  });
  afterEach(() => stores.close());

  const rowsOf = async (table: keyof Tables): Promise<readonly Row[]> => {
    const found = await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(readDb);
    return inOrder(found.rows);
  };
  const inOrder = (rows: readonly Row[]): readonly Row[] =>
    rows
      .map((row) => Object.fromEntries(Object.entries(row).sort()))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  it('hold what any changes in any batches lead to, live and rebuilt', async () => {
    const duty = fc.constantFrom('a', 'b', 'c', 'd\te\\f\n"g"', 'é {h}, NULL');
    const at = fc.integer({ min: 0, max: 6 });
    const part = fc.constantFrom('x', 'y');
    const note = fc.option(fc.constantFrom('', '\\N', 'NULL', 'tab\there', '1'), { nil: null });
    const met = fc.integer({ min: 0, max: 1 });
    const change: fc.Arbitrary<RowChange> = fc.oneof(
      fc.record({ duty, met }).map((row): RowChange => aDuty(row.duty, row)),
      fc.record({ at, part, note }).map((row): RowChange => ({ op: 'put', table: 'places', row })),
      fc.record({ duty, met }).map(({ duty: of, met: to }): RowChange => ({
        ...{ op: 'patch', table: 'duties', where: { duty: of }, set: { met: to, owedBy: KENT } },
      })),
      fc.record({ at, part, note }).map(({ note: to, ...where }): RowChange => ({
        ...{ op: 'patch', table: 'places', where, set: { note: to } },
      })),
      fc
        .record({ note })
        .map((where): RowChange => ({ op: 'patch', table: 'places', where, set: { note: 'n' } })),
      fc.record({ met }).map((where): RowChange => ({ op: 'delete', table: 'duties', where })),
      fc.record({ at, part }).map((where): RowChange => ({ op: 'delete', table: 'places', where })),
      duty.map((of): RowChange => ({ op: 'delete', table: 'duties', where: { duty: of } })),
    );
    const batches = fc.array(fc.array(change, { maxLength: 12 }), { minLength: 1, maxLength: 5 });
    await stores.readModels.open(duties);
    let position = 0;
    await fc.assert(
      fc.asyncProperty(batches, async (told) => {
        const expected = new MemoryReadModels();
        await expected.open(duties);
        const rebuild = await stores.readModels.rebuild(duties);
        for (const changes of told) {
          position += 1;
          await expected.write(duties, changes, position);
          await rebuild.write(changes, position);
        }
        await rebuild.switchOver();
        const tables = ['duties', 'places'] as const;
        for (const table of tables) expect(await rowsOf(table)).toEqual(inOrder(expected.rows(table)));
        for (const changes of told) {
          position += 1;
          await expected.write(duties, changes, position);
          await stores.readModels.write(duties, changes, position);
        }
        for (const table of tables) expect(await rowsOf(table)).toEqual(inOrder(expected.rows(table)));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('put rows in order byte by byte, and give whole and real numbers as numbers', async () => {
    await stores.readModels.open(duties);
    const names = ['b', 'A', 'é', 'a', 'Z', 'ab', '1'];
    await stores.readModels.write(
      duties,
      names.map((name, met) => aDuty(name, { met, share: 0.25 })),
      Number.MAX_SAFE_INTEGER,
    );
    const found = await readDb.selectFrom('duties').selectAll().orderBy('duty').execute();
    expect(found.map((row) => row.duty)).toEqual(['1', 'A', 'Z', 'a', 'ab', 'b', 'é']);
    expect(found[0]).toStrictEqual({ duty: '1', owedBy: CROYDON, met: 6, share: 0.25 });
    const after = readDb
      .selectFrom('duties')
      .select((select) => [select.fn.countAll<number>().as('count'), select.fn.sum<number>('met').as('sum')])
      .where((where) => where(where.refTuple('owedBy', 'duty'), '>', where.tuple(CROYDON, 'Z')));
    expect(await after.execute()).toStrictEqual([{ count: 4, sum: 10 }]);
    expect(await stores.readModels.open(duties)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('keep a text that holds a NUL, which PostgreSQL cannot, with a mark in its place', async () => {
    await stores.readModels.open(duties);
    await stores.readModels.write(duties, [aDuty('a\u0000b')], 1);
    const rebuild = await stores.readModels.rebuild(duties);
    await rebuild.write([aDuty('c\u0000d')], 1);
    expect(await rowsOf('duties')).toMatchObject([{ duty: 'a\uFFFDb' }]);
    await rebuild.switchOver();
    expect(await rowsOf('duties')).toMatchObject([{ duty: 'c\uFFFDd' }]);
  });

  it('find a reader’s rows through the index that the view declares, before and after a rebuild', async () => {
    await stores.readModels.open(duties);
    const many = Array.from({ length: 3_000 }, (_, at) =>
      aDuty(`duty-${at}`, { owedBy: `E0900${String(at % 500).padStart(4, '0')}` }),
    );
    const planOf = async (): Promise<string> => {
      asking = CROYDON;
      const plan =
        await sql`EXPLAIN SELECT * FROM duties WHERE "owedBy" = ${CROYDON} ORDER BY duty LIMIT 10`.execute(
          readDb,
        );
      asking = '';
      return JSON.stringify(plan.rows);
    };
    const rebuild = await stores.readModels.rebuild(duties);
    await rebuild.write(many, 1);
    await rebuild.switchOver();
    expect(await planOf()).toMatch(/duties__g\d+__i0/);
  });

  it.each([
    ['Duties', 'duty'],
    ['duties"; DROP TABLE ibex.keys; --', 'duty'],
    ['duties', 'owed by'],
    ['duties__g7', 'duty'],
    ['a'.repeat(41), 'duty'],
  ])('refuse the table name %s with the column %s', async (table, column) => {
    const view: ViewSchema = {
      name: 'v',
      version: 1,
      tables: [{ name: table, columns: { [column]: 'text' as const }, primaryKey: [column] }],
    };
    await expect(stores.readModels.open(view)).rejects.toMatchObject({ code: 'store/bad-view' });
    await expect(stores.readModels.rebuild(view)).rejects.toMatchObject({ code: 'store/bad-view' });
  });

  it('refuse a sight through a name that is none', async () => {
    const [table] = duties.tables;
    const bad = { column: 'true) OR (true' };
    const view = { name: 'v', version: 1, tables: [{ ...table, sight: [bad] }] } as ViewSchema;
    await expect(stores.readModels.open(view)).rejects.toMatchObject({ code: 'store/bad-view' });
  });

  it('let no transaction be opened through what is for reading', async () => {
    await expect(
      readDb.transaction().execute((transaction) => transaction.selectFrom('duties').execute()),
    ).rejects.toMatchObject({ code: 'store/read-only' });
  });
});
