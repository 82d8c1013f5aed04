import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { IbexError } from '@ibex/kernel';
import { orUnavailable } from '../engine/unavailable';
import type { ViewsFile } from './views-file';

const MOST_PREPARED = 256;

const toInput = (value: unknown): SQLInputValue => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === undefined ? null : (value as SQLInputValue);
};

/** The main thread's connection to the views: it cannot write, and views keep their queries small. */
class ReadConnection implements DatabaseConnection {
  private readonly prepared = new Map<string, StatementSync>();

  constructor(
    private readonly file: string,
    private readonly database: DatabaseSync,
  ) {}

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise((resolve) => {
      const rows = orUnavailable(this.file, () => this.prepare(sql).all(...parameters.map(toInput)));
      resolve({ rows: rows as R[] });
    });
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  private prepare(sql: string): StatementSync {
    const known = this.prepared.get(sql);
    if (known) return known;
    const made = this.database.prepare(sql);
    if (this.prepared.size >= MOST_PREPARED) this.prepared.clear();
    this.prepared.set(sql, made);
    return made;
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

/** READ_DB over the live copies. Destroying it does nothing: the file belongs to the read models. */
export const readDbOver = <Tables = Record<string, unknown>>(views: ViewsFile): Kysely<Tables> => {
  const connection = new ReadConnection(views.file, views.reader);
  const dialect: Dialect = {
    createDriver: () => driverFor(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
  return new Kysely<Tables>({ dialect });
};
