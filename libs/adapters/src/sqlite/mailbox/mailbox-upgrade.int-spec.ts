import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aNewEntry, CROYDON, HACKNEY, temporaryFolders } from '@ibex/testing';
import { SqliteMailbox } from './sqlite-mailbox';

const newFolder = temporaryFolders();

describe('a mailbox of before there were agreements', () => {
  it('keeps what it holds, as told by law, and takes entries that cite a clause', async () => {
    const file = join(newFolder(), 'views.sqlite');
    const before = await SqliteMailbox.open(file);
    const [old] = await before.deliver('router', [aNewEntry('old', { recordRef: 'r-old' })], 1);
    await before.close();
    const database = new DatabaseSync(file);
    database.exec('ALTER TABLE mailbox_entries DROP COLUMN agreement');
    database.close();

    const after = await SqliteMailbox.open(file);
    const agreement = { id: 'a-1', version: 1, clause: 'c', tells: HACKNEY };
    const [cited] = await after.deliver('router', [aNewEntry('new', { recordRef: 'r-new', agreement })], 2);
    expect(await after.read(CROYDON, 0, 10)).toEqual([old, cited]);
    expect(await after.hasEntryAbout(CROYDON, 'r-old')).toBe(true);
    expect(await after.hasEntryAbout(CROYDON, 'r-new')).toBe(false);
    await after.close();
  });
});
