import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Row } from '@ibex/kernel';
import {
  attemptsSuite,
  cursorsSuite,
  feedMemoriesSuite,
  keptThingsSuite,
  keyVaultSuite,
  leasesSuite,
  mailboxSuite,
  postcodeDirectorySuite,
  postgresServer,
  readModelsSuite,
} from '@ibex/testing';
import {
  Database,
  layOut,
  PostgresAttempts,
  PostgresCursors,
  PostgresFeedMemories,
  PostgresKeptThings,
  PostgresKeyVault,
  PostgresLeases,
  PostgresMailbox,
  PostgresPostcodes,
  PostgresReadModels,
  readDbOver,
} from './index';

const server = postgresServer('--no-fsync');
const opened: Database[] = [];
const leases: PostgresLeases[] = [];
/** Kept open until the end of each spec; what a suite closes is its own part. */
const freshDatabase = async (): Promise<Database> => {
  const database = new Database({ url: await server().database() }).join();
  opened.push(database);
  await layOut(database.settings);
  return database;
};
afterEach(async () => {
  for (const each of leases.splice(0)) await each.close();
  for (const database of opened.splice(0)) await database.leave();
});

attemptsSuite('postgres', async () => new PostgresAttempts(await freshDatabase()));
feedMemoriesSuite('postgres', async () => new PostgresFeedMemories(await freshDatabase()));
keptThingsSuite('postgres', async () => new PostgresKeptThings(await freshDatabase()));
cursorsSuite('postgres', async () => new PostgresCursors(await freshDatabase()));
leasesSuite('postgres', async () => {
  const made = new PostgresLeases(await freshDatabase());
  leases.push(made);
  return made;
});
mailboxSuite('postgres', async () => new PostgresMailbox(await freshDatabase()));
keyVaultSuite('postgres', async () => PostgresKeyVault.open(await freshDatabase(), randomBytes(32)));
postcodeDirectorySuite('postgres', async () => new PostgresPostcodes(await freshDatabase()));
readModelsSuite('postgres', async () => {
  const database = await freshDatabase();
  const readDb = readDbOver(database);
  return {
    readModels: new PostgresReadModels(database),
    rows: async (table) => (await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(readDb)).rows,
  };
});
