import type { Position } from '../recorded';

/** Text, whole number or real number; instants and dates are ISO text, booleans 0 or 1. */
export type ColumnType = 'text' | 'integer' | 'real';
export type ColumnValue = string | number | null;
export type Row = Readonly<Record<string, ColumnValue>>;

/**
 * Which authorities a row may be shown to, for databases that hold it as a second wall: the one whose GSS code stands in
 * a column of the row itself, or in a column of a row of another table of the view with the same values in `on`.
 */
export type RowSight =
  Readonly<{ column: string }> | Readonly<{ table: string; on: readonly string[]; column: string }>;

export type TableSchema = Readonly<{
  name: string;
  columns: Readonly<Record<string, ColumnType>>;
  primaryKey: readonly string[];
  /**
   * Rows that are read together, by the first columns of a key of several, are kept together where a database can do so:
   * one child's rows, written over years, then stand on a page or two.
   */
  inKeyOrder?: true;
  indexes?: readonly (readonly string[])[];
  /** Any of these opens a row to a reader; `nothing-of-a-child`: every reader. Left out: no reader at all. */
  sight?: readonly RowSight[] | 'nothing-of-a-child';
}>;

/** One view: its tables and the version of its rules. Another version means: rebuild from zero. */
export type ViewSchema = Readonly<{ name: string; version: number; tables: readonly TableSchema[] }>;

/** A change of rows as data, so that one projection serves every database. `patch` of a missing row does nothing. */
export type RowChange =
  | Readonly<{ op: 'put'; table: string; row: Row }>
  | Readonly<{ op: 'patch'; table: string; where: Row; set: Row }>
  | Readonly<{ op: 'delete'; table: string; where: Row }>;

/**
 * Tables per view. `write` stores the changes and the checkpoint in one transaction: after a crash the rows are
 * exactly those of the facts up to the checkpoint. A rebuild fills a second copy while the first answers. `write` throws
 * Overtaken, and changes nothing, when another process has moved the view since this one opened it.
 */
export interface ReadModels {
  /** Creates what is missing. Returns the checkpoint of the live copy; undefined when it must be built from zero. */
  open(view: ViewSchema): Promise<Position | undefined>;
  write(view: ViewSchema, changes: readonly RowChange[], upTo: Position): Promise<void>;
  /** Starts an empty second copy; `write` of the returned handle goes there until it is switched in. */
  rebuild(view: ViewSchema): Promise<ViewRebuild>;
  close(): Promise<void>;
}
export interface ViewRebuild {
  write(changes: readonly RowChange[], upTo: Position): Promise<void>;
  /**
   * Makes the second copy the live one in one step and drops the first. Throws Overtaken, and changes nothing, when
   * another process has moved the first beyond it, or to newer rules: write what is missing and switch again.
   */
  switchOver(): Promise<void>;
  abandon(): Promise<void>;
}
export const READ_MODELS = Symbol('ReadModels');
/** A Kysely instance that reads the live copies by their tables' plain names; typed by each view. */
export const READ_DB = Symbol('ReadDb');
