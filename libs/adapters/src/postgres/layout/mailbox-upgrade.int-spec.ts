import { Client } from 'pg';
import { aNewEntry, CROYDON, HACKNEY, postgresServer } from '@ibex/testing';
import { PostgresStores } from '../postgres-stores';

const masterKey = new Uint8Array(32).fill(3);
const server = postgresServer('--no-fsync');

describe('a database of before there were agreements', () => {
  it('keeps what it holds, as told by law, and takes entries that cite a clause', async () => {
    const url = await server().database();
    const before = await PostgresStores.open({ url, masterKey });
    const [old] = await before.mailbox.deliver('router', [aNewEntry('old', { recordRef: 'r-old' })], 1);
    await before.close();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('ALTER TABLE ibex.mailbox_entries DROP COLUMN agreement');
    await client.query('DROP TABLE ibex.keys_apart, ibex.kept_things');
    await client.query("DELETE FROM ibex.kysely_migration WHERE name >= '0003'");
    await client.end();

    const after = await PostgresStores.open({ url, masterKey });
    const agreement = { id: 'a-1', version: 1, clause: 'c', tells: HACKNEY };
    const [cited] = await after.mailbox.deliver(
      'router',
      [aNewEntry('new', { recordRef: 'r-new', agreement })],
      2,
    );
    expect(await after.mailbox.read(CROYDON, 0, 10)).toEqual([old, cited]);
    expect(await after.mailbox.hasEntryAbout(CROYDON, 'r-old')).toBe(true);
    expect(await after.mailbox.hasEntryAbout(CROYDON, 'r-new')).toBe(false);
    await after.close();
  });
});
