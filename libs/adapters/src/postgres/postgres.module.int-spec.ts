import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import {
  CURSORS,
  KEY_VAULT,
  LEASES,
  MAILBOX,
  MAILBOX_LENS,
  POSTCODES,
  READ_DB,
  READ_MODELS,
  READER_CONTEXT,
} from '@ibex/kernel';
import type { Mailbox } from '@ibex/kernel';
import { aNewEntry, CROYDON, KENT, postgresServer } from '@ibex/testing';
import { PostgresModule } from './postgres.module';

const server = postgresServer('--no-fsync');
const masterKey = new Uint8Array(32).fill(1);
const PORTS = [READ_MODELS, READ_DB, MAILBOX, KEY_VAULT, POSTCODES, CURSORS, LEASES];

const kentReads = {
  provide: READER_CONTEXT,
  useValue: { current: () => ({ kind: 'reader', authority: KENT }) },
};
@Module({ providers: [kentReads], exports: [kentReads] })
class KentReads {}

/** Shows every entry as urgent. */
const lens = {
  provide: MAILBOX_LENS,
  useValue: {
    over: (mailbox: Mailbox): Mailbox =>
      Object.assign(Object.create(mailbox) as Mailbox, {
        find: async (...of: Parameters<Mailbox['find']>) => {
          const entry = await mailbox.find(...of);
          return entry && { ...entry, urgency: 'urgent' };
        },
      }),
  },
};
@Module({ providers: [lens], exports: [lens] })
class Lens {}

describe('the stores of a shared database', () => {
  const connectionsTo = async (url: string): Promise<number> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ count: string }>(
      "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'ibex%' AND datname = current_database()",
    );
    await client.end();
    return Number(rows[0]?.count);
  };

  it('stand behind every port but the log, and close with the application', async () => {
    const url = await server().database();
    const app = await Test.createTestingModule({
      imports: [PostgresModule.with({ url, masterKey })],
    }).compile();
    for (const token of PORTS) expect(app.get<object>(token)).toBeDefined();
    const mailbox = app.get<Mailbox>(MAILBOX);
    await mailbox.deliver('router', [aNewEntry('e')], 0);
    expect(await connectionsTo(url)).toBeGreaterThan(0);
    await app.close();
    await expect(mailbox.head(CROYDON)).rejects.toMatchObject({ code: 'store/closed' });
    expect(await connectionsTo(url)).toBe(0);
  });

  it('ask on whose behalf a call runs where a module tells', async () => {
    const url = await server().database();
    const told = { module: KentReads, global: true };
    const app = await Test.createTestingModule({
      imports: [told, PostgresModule.with({ url, masterKey })],
    }).compile();
    const mailbox = app.get<Mailbox>(MAILBOX);
    await mailbox.deliver('router', [aNewEntry('a'), aNewEntry('b', { authority: KENT })], 0);
    expect(await mailbox.head(CROYDON)).toBe(0);
    expect(await mailbox.head(KENT)).toBe(1);
    await app.close();
  });

  it('show the mailbox through a lens where a module has one', async () => {
    const url = await server().database();
    const told = { module: Lens, global: true };
    const app = await Test.createTestingModule({
      imports: [PostgresModule.with({ url, masterKey }), told],
    }).compile();
    const mailbox = app.get<Mailbox>(MAILBOX);
    await mailbox.deliver('router', [aNewEntry('e')], 0);
    expect(await mailbox.find(CROYDON, 1)).toMatchObject({ entryId: 'e', urgency: 'urgent' });
    await app.close();
  });

  it('leave no connection open when one of them cannot be opened', async () => {
    const url = await server().database();
    const first = await Test.createTestingModule({
      imports: [PostgresModule.with({ url, masterKey })],
    }).compile();
    await first.close();
    const other = { url, masterKey: new Uint8Array(32).fill(2) };
    await expect(
      Test.createTestingModule({ imports: [PostgresModule.with(other)] }).compile(),
    ).rejects.toMatchObject({ code: 'vault/wrong-master-key' });
    expect(await connectionsTo(url)).toBe(0);
  });
});
