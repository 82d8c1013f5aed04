import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { ViewSchema } from '@ibex/kernel';
import { aNewEntry, CROYDON, temporaryFolders } from '@ibex/testing';
import { SqliteCursors } from '../cursors/sqlite-cursors';
import { SqliteMailbox } from '../mailbox/sqlite-mailbox';
import { readDbOver } from './read-dialect';
import { SqliteReadModels } from './sqlite-read-models';
import { ViewsFile } from './views-file';

type Tables = { duties: { duty: string; owed_by: string; met: number } };

const duties: ViewSchema = {
  name: 'duties',
  version: 1,
  tables: [
    {
      name: 'duties',
      columns: { duty: 'text', owed_by: 'text', met: 'integer' },
      primaryKey: ['duty'],
      indexes: [['owed_by', 'met']],
    },
  ],
};
const aDuty = (duty: string, met = 0) =>
  ({ op: 'put', table: 'duties', row: { duty, owed_by: CROYDON, met } }) as const;

const newFolder = temporaryFolders();

describe('views and mailboxes in one SQLite file', () => {
  let file: string;
  let views: ViewsFile;
  let readModels: SqliteReadModels;
  let mailbox: SqliteMailbox;
  let readDb: Kysely<Tables>;
  const open = async (): Promise<void> => {
    views = await ViewsFile.open(file);
    readModels = new SqliteReadModels(views);
    mailbox = new SqliteMailbox(views, { now: () => '2026-03-02T09:00:00.000Z' });
    readDb = readDbOver<Tables>(views);
  };
  const close = async (): Promise<void> => {
    await mailbox.close();
    await readModels.close();
  };
  beforeEach(async () => {
    file = join(newFolder(), 'views.sqlite');
    await open();
  });
  afterEach(close);

  it('has the same rows, checkpoint, entries and numbers after a restart', async () => {
    await readModels.open(duties);
    await readModels.write(duties, [aDuty('a')], 5);
    await mailbox.deliver('router', [aNewEntry('e-1'), aNewEntry('e-2')], 6);
    const before = await mailbox.read(CROYDON, 0, 10);
    await close();
    await open();
    expect(await readModels.open(duties)).toBe(5);
    expect(await readDb.selectFrom('duties').selectAll().execute()).toEqual([
      { duty: 'a', owed_by: CROYDON, met: 0 },
    ]);
    expect(await mailbox.read(CROYDON, 0, 10)).toEqual(before);
    expect(await mailbox.checkpoint('router')).toBe(6);
    expect((await mailbox.deliver('router', [aNewEntry('e-3')], 7))[0]?.sequence).toBe(3);
  });

  it('answers typed queries from the live copy, before and after a switch', async () => {
    await readModels.open(duties);
    await readModels.write(duties, [aDuty('a'), aDuty('b', 1)], 1);
    const openDuties = readDb.selectFrom('duties').select('duty').where('met', '=', 0).orderBy('duty');
    expect(await openDuties.execute()).toEqual([{ duty: 'a' }]);
    const rebuild = await readModels.rebuild(duties);
    await rebuild.write([aDuty('c'), aDuty('d')], 2);
    expect(await openDuties.execute()).toEqual([{ duty: 'a' }]);
    await rebuild.switchOver();
    expect(await openDuties.execute()).toEqual([{ duty: 'c' }, { duty: 'd' }]);
    expect(await openDuties.limit(1).executeTakeFirst()).toEqual({ duty: 'c' });
  });

  it('finds rows through the index that the view declares', async () => {
    await readModels.open(duties);
    const { sql } = readDb.selectFrom('duties').selectAll().where('owed_by', '=', CROYDON).compile();
    const plan = views.reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(CROYDON);
    expect(JSON.stringify(plan)).toMatch(/USING INDEX duties__g1__i0/);
  });

  it('builds the indexes of a second copy when it is switched in', async () => {
    await readModels.open(duties);
    const rebuild = await readModels.rebuild(duties);
    await rebuild.write([aDuty('a')], 1);
    const indexesOf = (): unknown =>
      views.reader.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'duties__g2__i%'").all();
    expect(indexesOf()).toEqual([]);
    await rebuild.switchOver();
    expect(indexesOf()).toEqual([{ name: 'duties__g2__i0' }]);
  });

  it('builds them before it looks for rows by another column than the key', async () => {
    await readModels.open(duties);
    const rebuild = await readModels.rebuild(duties);
    await rebuild.write([aDuty('a'), aDuty('b', 1)], 1);
    await rebuild.write([{ op: 'delete', table: 'duties', where: { owed_by: CROYDON, met: 1 } }], 2);
    await rebuild.write([aDuty('c')], 3);
    await rebuild.switchOver();
    const { sql } = readDb.selectFrom('duties').select('duty').where('owed_by', '=', CROYDON).compile();
    expect(views.reader.prepare(`${sql} ORDER BY duty`).all(CROYDON)).toEqual([{ duty: 'a' }, { duty: 'c' }]);
    const plan = views.reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(CROYDON);
    expect(JSON.stringify(plan)).toMatch(/USING INDEX duties__g2__i0/);
  });

  it('lets no reader write', async () => {
    await readModels.open(duties);
    await readModels.write(duties, [aDuty('a')], 1);
    await expect(readDb.deleteFrom('duties').execute()).rejects.toMatchObject({ code: 'store/failed' });
    await expect(
      readDb.transaction().execute((transaction) => transaction.selectFrom('duties').execute()),
    ).rejects.toMatchObject({ code: 'store/read-only' });
    expect(await readDb.selectFrom('duties').selectAll().execute()).toHaveLength(1);
  });

  it('drops what a killed rebuild left behind', async () => {
    await readModels.open(duties);
    const rebuild = await readModels.rebuild(duties);
    await rebuild.write([aDuty('half')], 1);
    await close();
    await open();
    await readModels.open(duties);
    const tables = views.reader.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'duties%'").all();
    expect(tables.map((table) => table['name'])).toEqual(['duties__g1', 'duties__g1__i0', 'duties']);
  });

  it.each([
    ['Duties', 'duty'],
    ['duties"; DROP TABLE mailbox_entries; --', 'duty'],
    ['duties', 'owed by'],
    ['duties__g7', 'duty'],
  ])('refuses the table name %s with the column %s', async (table, column) => {
    const view = {
      name: 'v',
      version: 1,
      tables: [{ name: table, columns: { [column]: 'text' as const }, primaryKey: [column] }],
    };
    await expect(readModels.open(view)).rejects.toMatchObject({ code: 'store/bad-view' });
    await expect(readModels.rebuild(view)).rejects.toMatchObject({ code: 'store/bad-view' });
  });

  it('stays open for the mailbox until both have closed', async () => {
    await readModels.close();
    expect(await mailbox.deliver('router', [aNewEntry('e-1')], 1)).toHaveLength(1);
    await mailbox.close();
    expect(views.reader.isOpen).toBe(false);
  });

  it('gains cursors when it was made before there were any', async () => {
    await close();
    const raw = new DatabaseSync(file);
    raw.exec('DROP TABLE cursors');
    raw.close();
    await open();
    const cursors = new SqliteCursors(views);
    await cursors.move('kafka', CROYDON, 0, 3);
    expect(await cursors.at('kafka', CROYDON)).toBe(3);
    await cursors.close();
  });

  it('gives an entry the time at which it was put', async () => {
    expect((await mailbox.deliver('router', [aNewEntry('e-1')], 1))[0]?.putAt).toBe(
      '2026-03-02T09:00:00.000Z',
    );
  });
});
