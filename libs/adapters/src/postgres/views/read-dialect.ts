import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { IbexError } from '@ibex/kernel';
import type { Database } from '../engine/database';

/** Not one connection but whichever is free: each question is asked on behalf of whoever asks at that moment. */
class ReadConnection implements DatabaseConnection {
  constructor(private readonly database: Database) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const who = this.database.settings.reader.current();
    const rows = await this.database.read<object>(who, sql, parameters);
    return { rows: rows as R[] };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}

const nothing = (): Promise<void> => Promise.resolve();
const refuseTransaction = (): Promise<void> =>
  Promise.reject(new IbexError('store/read-only', 'views are written by their projections alone'));

const driverFor = (connection: ReadConnection): Driver => ({
  init: nothing,
  acquireConnection: () => Promise.resolve(connection),
  beginTransaction: refuseTransaction,
  commitTransaction: nothing,
  rollbackTransaction: nothing,
  releaseConnection: nothing,
  destroy: nothing,
});

/** READ_DB over the live copies. Destroying it does nothing: the connections belong to the stores. */
export const readDbOver = <Tables = Record<string, unknown>>(database: Database): Kysely<Tables> => {
  const connection = new ReadConnection(database);
  const dialect: Dialect = {
    createDriver: () => driverFor(connection),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
  return new Kysely<Tables>({ dialect });
};
