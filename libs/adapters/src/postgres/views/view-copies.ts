import type { Position, TableSchema, ViewSchema } from '@ibex/kernel';
import { BEGINNING } from '@ibex/kernel';
import type { Session } from '../engine/session';
import { createIndexes, createTable, dropTable, hideCopy, quoted, copyOf, showCopy, wall } from './copy-sql';

/** One copy of a view: the live one, or one that is being built beside it. */
export type ViewCopy = Readonly<{
  generation: number;
  version: number;
  checkpoint: Position;
  live: boolean;
  tables: readonly TableSchema[];
}>;

type CopyRow = Omit<ViewCopy, 'tables'> & Readonly<{ tables: string }>;

/** 'VIEW' as a number: the advisory locks of views, which whoever makes or drops copies holds. */
const VIEW_LOCK = 1_447_642_455;
/** Of instances of this store that are alive; see `PostgresReadModels`. */
export const INSTANCE_LOCK = 1_229_867_348;

const COLUMNS = 'generation, version, checkpoint, live, tables';
const toCopy = (row: CopyRow): ViewCopy => ({
  ...row,
  tables: JSON.parse(row.tables) as readonly TableSchema[],
});

export const lockView = async (session: Session, view: string): Promise<void> => {
  await session.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [VIEW_LOCK, view]);
};

export const findLive = async (
  session: Pick<Session, 'query'>,
  view: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<ViewCopy | undefined> => {
  const found = `SELECT ${COLUMNS} FROM view_copies WHERE view = $1 AND live ${lock}`;
  const [row] = await session.query<CopyRow>(found, [view]);
  return row && toCopy(row);
};

/** An empty copy that nobody sees yet. */
export const createCopy = async (
  session: Session,
  view: ViewSchema,
  { builder, reader }: Readonly<{ builder: number; reader: string }>,
): Promise<ViewCopy> => {
  const [row] = await session.query<CopyRow>(
    `INSERT INTO view_copies (view, generation, version, checkpoint, live, tables, builder)
     VALUES ($1, nextval('view_generations'), $2, $3, false, $4, $5) RETURNING ${COLUMNS}`,
    [view.name, view.version, BEGINNING, JSON.stringify(view.tables), builder],
  );
  if (!row) throw new RangeError('a copy without a row');
  await session.script(
    ...view.tables.map((table) => createTable(table, row.generation)),
    ...view.tables.flatMap((table) => wall(table, row.generation, reader)),
  );
  return toCopy(row);
};

/** Indexes, and what the planner has to know of rows that came by themselves. */
export const indexCopy = async (session: Session, { tables, generation }: ViewCopy): Promise<void> => {
  await session.script(...tables.flatMap((table) => createIndexes(table, generation)));
};
export const analyseCopy = async (session: Session, { tables, generation }: ViewCopy): Promise<void> => {
  await session.script(...tables.map(({ name }) => `ANALYZE ${quoted(copyOf(name, generation))}`));
};

export const dropCopy = async (session: Session, { tables, generation }: ViewCopy): Promise<void> => {
  await session.script(...tables.map(({ name }) => dropTable(name, generation)));
  await session.query('DELETE FROM view_copies WHERE generation = $1', [generation]);
};

/** In the place of the former one, if there is one. */
export const showInstead = async (
  session: Session,
  copy: ViewCopy,
  { former, reader }: Readonly<{ former: ViewCopy | undefined; reader: string }>,
): Promise<void> => {
  await session.script(...(former?.tables ?? []).map(({ name }) => hideCopy(name)));
  if (former) await dropCopy(session, former);
  await session.script(...copy.tables.flatMap(({ name }) => showCopy(name, copy.generation, reader)));
  await session.query('UPDATE view_copies SET live = true, builder = NULL WHERE generation = $1', [
    copy.generation,
  ]);
};

/** Copies under way of a builder that is no more, or of this one. */
export const findLeftovers = async (
  session: Pick<Session, 'query'>,
  view: string,
  mine: number | null,
): Promise<readonly ViewCopy[]> => {
  const rows = await session.query<CopyRow>(
    `SELECT ${COLUMNS} FROM view_copies WHERE view = $1 AND NOT live AND (builder = $3 OR NOT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $2 AND objid = builder::oid AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))`,
    [view, INSTANCE_LOCK, mine],
  );
  return rows.map(toCopy);
};
