import { sql } from 'kysely';
import type { Row } from '@ibex/kernel';
import { postgresServer, readModelsSuite } from '@ibex/testing';
import { Database } from './engine/database';
import { layOut } from './layout/lay-out';
import { PostgresReadModels } from './views/postgres-read-models';
import { readDbOver } from './views/read-dialect';

const server = postgresServer();
const freshDatabase = async (): Promise<Database> => {
  const database = new Database({ url: await server().database() });
  await layOut(database.settings);
  return database;
};

readModelsSuite('postgres', async () => {
  const database = await freshDatabase();
  const readDb = readDbOver(database);
  return {
    readModels: new PostgresReadModels(database),
    rows: async (table) => (await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(readDb)).rows,
  };
});
