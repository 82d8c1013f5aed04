import { Pool } from 'pg';
import type { PoolClient, PoolConfig } from 'pg';
import type { Settled } from './options';
import { SCHEMA, withSessionSettings } from './place';
import { valueTypes } from './value-types';

/** The client gives up a little after the server should have: for a server that no longer answers at all. */
const CLIENT_PATIENCE_MS = 5_000;

/** A lost idle connection is no event worth a word: the pool opens another when one is needed. */
const quiet = (): void => undefined;

export const clientConfig = (
  settings: Settled,
  session: Readonly<Record<string, string>> = {},
): PoolConfig => ({
  connectionString: withSessionSettings(settings.url, {
    search_path: SCHEMA,
    // what this service calls durable is on disk, whatever the database's own setting
    synchronous_commit: 'on',
    idle_in_transaction_session_timeout: '60000',
    ...session,
  }),
  application_name: 'ibex',
  connectionTimeoutMillis: settings.connectTimeoutMs,
  statement_timeout: settings.statementTimeoutMs,
  query_timeout: settings.statementTimeoutMs + CLIENT_PATIENCE_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  types: valueTypes,
});

export const openPool = (settings: Settled, session?: Readonly<Record<string, string>>): Pool => {
  const pool = new Pool({
    ...clientConfig(settings, session),
    max: settings.poolSize,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', quiet);
  // a connection that is cut while it is in use says so twice: to the statement under way, and here
  pool.on('connect', (client) => client.on('error', quiet));
  return pool;
};

/** Runs work on a connection; one that `isLost` says is of no more use is not given back. */
export const withClient = async <T>(
  pool: Pool,
  isLost: (error: unknown) => boolean,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let lost = false;
  try {
    return await work(client);
  } catch (error) {
    lost = isLost(error);
    throw error;
  } finally {
    client.release(lost);
  }
};
