import { Kysely, Migrator, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { StoreUnavailable } from '@ibex/kernel';
import { openPool, withClient } from '../engine/connections';
import { codeOf, unavailable } from '../engine/faults';
import type { Settled } from '../engine/options';
import { placeOf, SCHEMA } from '../engine/place';
import type { Place } from '../engine/place';
import { Session } from '../engine/session';
import { MIGRATIONS } from './migrations';
import { makeReaderRole } from './reader-role';

/** 'IBEX' as a number: one process at a time makes or changes the layout of a database. */
const LAYOUT_LOCK = 1_229_079_896;
const OLDEST_SERVER = 150_000;
const NAMES = Object.keys(MIGRATIONS);
/** Others' migrations are waited for this long. */
const PATIENCE_MS = 300_000;

const refuse = ({ setting, name }: Place, mend: string): never => {
  throw new StoreUnavailable('store/failed', `${setting} (${name}): ${mend}`);
};

const refuseUnfit = async (session: Session, place: Place): Promise<void> => {
  const [server] = await session.query<{ version: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
  );
  if (Number(server?.version) < OLDEST_SERVER) refuse(place, 'PostgreSQL 15 or newer is needed');
  if (server?.encoding !== 'UTF8') refuse(place, 'the database has to be made with ENCODING UTF8');
};

const migrationsDone = async (session: Session): Promise<readonly string[]> => {
  const [{ there } = { there: null }] = await session.query<{ there: string | null }>(
    `SELECT to_regclass('${SCHEMA}.kysely_migration')::text AS there`,
  );
  if (there === null) return [];
  const done = await session.query<{ name: string }>(`SELECT name FROM ${SCHEMA}.kysely_migration`);
  return done.map(({ name }) => name);
};

const refuseNewer = (done: readonly string[], place: Place): void => {
  const strange = done.find((name) => !NAMES.includes(name));
  if (strange !== undefined)
    refuse(place, `its layout is newer (${strange}) than this program; start the newer program`);
};

const migrate = async (pool: Pool): Promise<void> => {
  const migrator = new Migrator({
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    migrationTableSchema: SCHEMA,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed');
};

const layOutAlone = async (session: Session, pool: Pool, place: Place): Promise<void> => {
  await session.script(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
  const done = await migrationsDone(session);
  refuseNewer(done, place);
  if (done.length < NAMES.length) await migrate(pool);
};

const withLock = async (session: Session, work: () => Promise<void>): Promise<void> => {
  await session.query('SELECT pg_advisory_lock($1)', [LAYOUT_LOCK]);
  try {
    await work();
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [LAYOUT_LOCK]);
  }
};

const inTransaction = async (session: Session, work: () => Promise<void>): Promise<void> => {
  await session.script('BEGIN');
  try {
    await work();
    await session.script('COMMIT');
  } catch (error) {
    await session.script('ROLLBACK');
    throw error;
  }
};

/** Roles belong to the whole server, where the lock of one database does not reach: another may have changed it just now. */
const makeRolePatiently = async (session: Session, make: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await inTransaction(session, make);
      return;
    } catch (error) {
      if (attempt === 5 || codeOf(error) !== 'XX000') throw error;
    }
  }
};

/** Brings the database to this program's layout, whichever process comes first. Throws StoreUnavailable. */
export const layOut = async (settings: Settled): Promise<void> => {
  const place = placeOf(settings.url, settings.setting);
  const pool = openPool({ ...settings, poolSize: 3, statementTimeoutMs: PATIENCE_MS });
  try {
    await withClient(
      pool,
      () => true,
      async (client) => {
        const session = new Session(client);
        await refuseUnfit(session, place);
        await withLock(session, async () => {
          await layOutAlone(session, pool, place);
          await makeRolePatiently(session, () => makeReaderRole(session, settings.readerRole, place));
        });
      },
    );
  } catch (error) {
    throw unavailable(error, place);
  } finally {
    await pool.end();
  }
};
