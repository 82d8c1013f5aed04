import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';
import { sql } from 'kysely';
import type { OnBehalfOf, RowSight, TableSchema, ViewSchema } from '@ibex/kernel';
import { aNewEntry, anAttempt, CROYDON, HACKNEY, KENT, postgresServer } from '@ibex/testing';
import { PostgresStores } from './index';

const table = (name: string, columns: readonly string[], sight?: TableSchema['sight']): TableSchema => ({
  name,
  columns: { id: 'integer', ...Object.fromEntries(columns.map((column) => [column, 'text'] as const)) },
  primaryKey: ['id', ...columns.filter((column) => column === 'authority')],
  ...(sight === undefined ? {} : { sight }),
});
const told: RowSight = { table: 'told', on: ['id'], column: 'authority' };
/** Entries are open to their owner and whoever was told of them; what was told, to the one told and to the owner. */
const story: ViewSchema = {
  name: 'story',
  version: 1,
  tables: [
    table('entries', ['owner'], [{ column: 'owner' }, told]),
    table(
      'told',
      ['authority'],
      [{ column: 'authority' }, { table: 'entries', on: ['id'], column: 'owner' }],
    ),
    table('forgotten', ['owner']),
    table('public', ['owner'], 'nothing-of-a-child'),
  ],
};
const put = (name: string, id: number, column: string, value: string) =>
  ({ op: 'put', table: name, row: { id, [column]: value } }) as const;

const server = postgresServer('--no-fsync');

describe('what the database itself shows to whom', () => {
  const requests = new AsyncLocalStorage<OnBehalfOf | undefined>();
  const as = <T>(who: OnBehalfOf, work: () => Promise<T>): Promise<T> => requests.run(who, work);
  const reader = (authority: string): OnBehalfOf => ({ kind: 'reader', authority });
  const system: OnBehalfOf = { kind: 'system' };
  let url: string;
  let stores: PostgresStores;
  beforeEach(async () => {
    url = await server().database();
    stores = await PostgresStores.open({
      url,
      masterKey: new Uint8Array(32).fill(3),
      // so few that readers follow each other on the same connection
      poolSize: 2,
      reader: { current: () => requests.getStore() ?? { kind: 'nobody' } },
    });
    await stores.readModels.open(story);
    await stores.readModels.write(
      story,
      [
        ...[put('entries', 1, 'owner', HACKNEY), put('entries', 2, 'owner', HACKNEY)],
        ...[put('entries', 3, 'owner', KENT), put('told', 1, 'authority', CROYDON)],
        ...[put('told', 1, 'authority', KENT), put('told', 3, 'authority', CROYDON)],
        ...[put('forgotten', 1, 'owner', HACKNEY), put('public', 1, 'owner', HACKNEY)],
      ],
      0,
    );
    await stores.mailbox.deliver(
      'router',
      [
        aNewEntry('a', { authority: CROYDON, from: HACKNEY, factId: 'f', stream: 's', recordRef: 'r' }),
        aNewEntry('b', { authority: KENT, from: HACKNEY, factId: 'f', stream: 's', recordRef: 'r' }),
        aNewEntry('c', { authority: KENT, from: CROYDON, factId: 'f', stream: 's', recordRef: 'r' }),
      ],
      0,
    );
  });
  afterEach(() => stores.close());

  /** Everything that a question without any condition of its own brings. */
  const all = async (name: string): Promise<readonly unknown[]> =>
    (await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(stores.readDb)).rows
      .map((row) => `${String(row['id'])} ${String(row['owner'] ?? row['authority'])}`)
      .sort();

  it('brings a reader the rows of its own authority and those that rows of another table open to it', async () => {
    expect(await as(reader(HACKNEY), () => all('entries'))).toEqual([`1 ${HACKNEY}`, `2 ${HACKNEY}`]);
    expect(await as(reader(CROYDON), () => all('entries'))).toEqual([`1 ${HACKNEY}`, `3 ${KENT}`]);
    expect(await as(reader(KENT), () => all('entries'))).toEqual([`1 ${HACKNEY}`, `3 ${KENT}`]);
    expect(await as(reader('E09000001'), () => all('entries'))).toEqual([]);
  });

  it('lets two tables open each other’s rows without a circle', async () => {
    expect(await as(reader(HACKNEY), () => all('told'))).toEqual([`1 ${CROYDON}`, `1 ${KENT}`]);
    expect(await as(reader(CROYDON), () => all('told'))).toEqual([`1 ${CROYDON}`, `3 ${CROYDON}`]);
    expect(await as(reader(KENT), () => all('told'))).toEqual([`1 ${KENT}`, `3 ${CROYDON}`]);
  });

  it('brings no reader a row of a table that does not say to whom, and every reader those of nothing of a child', async () => {
    expect(await as(reader(HACKNEY), () => all('forgotten'))).toEqual([]);
    expect(await as(reader(KENT), () => all('public'))).toEqual([`1 ${HACKNEY}`]);
  });

  it('brings the service itself everything', async () => {
    expect(await as(system, () => all('entries'))).toHaveLength(3);
    expect(await as(system, () => all('forgotten'))).toHaveLength(1);
    expect(await as(system, () => stores.mailbox.entriesOfFact('f'))).toHaveLength(3);
  });

  it.each([
    ['nobody', { kind: 'nobody' }],
    ['an authority without a code', reader('')],
    ['somebody who writes SQL', reader(`${HACKNEY}'; RESET ROLE; --`)],
  ] as const)('brings %s nothing', async (_, who) => {
    for (const name of ['entries', 'told', 'forgotten']) expect(await as(who, () => all(name))).toEqual([]);
    expect(await as(who, () => stores.mailbox.entriesOfStream('s'))).toEqual([]);
    expect(await as(who, () => stores.mailbox.read(KENT, 0, 10))).toEqual([]);
  });

  it('shows of mailboxes what was sent to a reader’s authority, and what it sent', async () => {
    const idsOf = async (who: string): Promise<readonly string[]> =>
      (await as(reader(who), () => stores.mailbox.entriesOfFact('f'))).map(({ entryId }) => entryId);
    expect(await idsOf(HACKNEY)).toEqual(['a', 'b']);
    expect(await idsOf(CROYDON)).toEqual(['a', 'c']);
    expect(await idsOf(KENT)).toEqual(['b', 'c']);
    await as(reader(CROYDON), async () => {
      expect(await stores.mailbox.head(KENT)).toBe(0);
      expect(await stores.mailbox.head(CROYDON)).toBe(1);
      expect(await stores.mailbox.hasEntryAbout(KENT, 'r')).toBe(true);
      expect(await stores.mailbox.find(KENT, 1)).toBeUndefined();
      expect(await stores.mailbox.find(CROYDON, 1)).toMatchObject({ entryId: 'a' });
    });
  });

  it('shows of tries to reach subscribers those of a reader’s own authority', async () => {
    await stores.attempts.append([anAttempt(1, { authority: CROYDON })]);
    const seenBy = (who: OnBehalfOf): Promise<number> =>
      as(who, async () => (await stores.attempts.list('subscription-1', { limit: 5 })).length);
    expect(await seenBy(reader(CROYDON))).toBe(1);
    expect(await seenBy(reader(KENT))).toBe(0);
    expect(await seenBy(system)).toBe(1);
  });

  it('never mixes up readers that ask at the same time or after each other, also after failures', async () => {
    const expected = {
      [HACKNEY]: 2,
      [CROYDON]: 2,
      [KENT]: 2,
      E09000001: 0,
    };
    const questions = Array.from({ length: 200 }, async (_, at) => {
      const [authority = '', rows] = Object.entries(expected)[at % 4] ?? [];
      if (at % 7 === 0) await as(reader(authority), () => all('nowhere')).catch(() => undefined);
      const found = await as(reader(authority), () => all('entries'));
      return (
        found.length === rows && found.every((row) => authority !== HACKNEY || String(row).endsWith(HACKNEY))
      );
    });
    expect((await Promise.all(questions)).every(Boolean)).toBe(true);
    expect(await as({ kind: 'nobody' }, () => all('entries'))).toEqual([]);
    expect(await as(system, () => all('entries'))).toHaveLength(3);
    const left = sql<{
      who: string | null;
    }>`SELECT current_setting('ibex.authority', true) AS who, pg_sleep(0.01)`;
    const marks = await Promise.all(
      Array.from({ length: 8 }, () => as(system, () => left.execute(stores.readDb))),
    );
    expect(new Set(marks.flatMap(({ rows }) => rows.map(({ who }) => who ?? '')))).toEqual(new Set(['']));
  });

  it('holds for copies that are switched in later', async () => {
    const rebuild = await stores.readModels.rebuild(story);
    await rebuild.write([put('entries', 9, 'owner', KENT), put('forgotten', 9, 'owner', KENT)], 1);
    await rebuild.switchOver();
    expect(await as(reader(HACKNEY), () => all('entries'))).toEqual([]);
    expect(await as(reader(KENT), () => all('entries'))).toEqual([`9 ${KENT}`]);
    expect(await as(reader(KENT), () => all('forgotten'))).toEqual([]);
  });

  it.each(['keys', 'router_checkpoints', 'cursors', 'leases', 'view_copies', 'postcodes'])(
    'keeps readers out of %s altogether',
    async (name) => {
      await expect(as(reader(HACKNEY), () => all(name))).rejects.toMatchObject({
        code: 'store/access-denied',
      });
    },
  );

  it('lets no reader write or become the service again within its question', async () => {
    for (const attempt of [
      sql`DELETE FROM entries`,
      sql`INSERT INTO mailbox_heads VALUES ('x', 1)`,
      sql`CREATE TABLE mine (id integer)`,
    ])
      await expect(as(reader(HACKNEY), () => attempt.execute(stores.readDb))).rejects.toThrow(
        /IBEX_POSTGRES/,
      );
    await expect(as(system, () => sql`DELETE FROM entries`.execute(stores.readDb))).rejects.toMatchObject({
      code: 'store/read-only',
    });
    expect(await as(system, () => all('entries'))).toHaveLength(3);
  });

  it('is held by the database: every table that readers may touch has row-level security', async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const open = await client.query(`
      SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname = 'ibex' AND relkind = 'r' AND NOT relrowsecurity
        AND has_table_privilege('ibex_reader', pg_class.oid, 'SELECT')`);
    const role = await client.query(
      "SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = 'ibex_reader'",
    );
    const views = await client.query(`
      SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
      WHERE nspname = 'ibex' AND relkind = 'v' AND relname NOT LIKE '%__s%'
        AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)`);
    await client.end();
    expect(open.rows).toEqual([]);
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
    expect(views.rows).toEqual([]);
  });

  it('shows through the windows between tables nothing but what names the asker', async () => {
    const windows = await as(system, () =>
      sql<{
        name: string;
      }>`SELECT relname AS name FROM pg_class WHERE relkind = 'v' AND relname LIKE '%\\_\\_s%'`.execute(
        stores.readDb,
      ),
    );
    expect(windows.rows).toHaveLength(2);
    for (const { name } of windows.rows) expect(await as(reader('E09000001'), () => all(name))).toEqual([]);
  });
});
