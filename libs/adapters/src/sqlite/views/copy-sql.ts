import type { TableSchema } from '@ibex/kernel';
import type { ChangeShape } from './view-protocol';

const quoted = (name: string): string => `"${name}"`;
const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** Each copy of a view has tables of its own; readers see the live ones through SQL views of the plain name. */
export const copyOf = (table: string, generation: number): string => `${table}__g${generation}`;

export const createTable = (table: TableSchema, generation: number): string => {
  const name = copyOf(table.name, generation);
  const columns = Object.entries(table.columns).map(
    ([column, type]) =>
      `${quoted(column)} ${type.toUpperCase()}${table.primaryKey.includes(column) ? ' NOT NULL' : ''}`,
  );
  // a table without row ids is its primary key's own tree
  const kind = table.inKeyOrder ? 'STRICT, WITHOUT ROWID' : 'STRICT';
  return `CREATE TABLE ${quoted(name)} (${columns.join(', ')}, PRIMARY KEY (${list(table.primaryKey)})) ${kind};`;
};

/** Apart from the table, because an index of rows that are there already is built many times faster. */
export const createIndexes = (table: TableSchema, generation: number): string => {
  const name = copyOf(table.name, generation);
  return (table.indexes ?? [])
    .map(
      (index, at) =>
        `CREATE INDEX IF NOT EXISTS ${quoted(`${name}__i${at}`)} ON ${quoted(name)} (${list(index)});`,
    )
    .join(' ');
};

export const showCopy = (table: string, generation: number): string =>
  `CREATE VIEW ${quoted(table)} AS SELECT * FROM ${quoted(copyOf(table, generation))};`;
export const hideCopy = (table: string): string => `DROP VIEW IF EXISTS ${quoted(table)};`;
export const dropTable = (table: string, generation: number): string =>
  `DROP TABLE IF EXISTS ${quoted(copyOf(table, generation))};`;

const upsert = (name: string, columns: readonly string[], key: readonly string[]): string => {
  const rest = columns.filter((column) => !key.includes(column));
  const change =
    rest.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${rest.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`;
  const marks = columns.map(() => '?').join(', ');
  return `INSERT INTO ${quoted(name)} (${list(columns)}) VALUES (${marks}) ON CONFLICT (${list(key)}) ${change}`;
};

const equal = (columns: readonly string[], operator: '=' | 'IS', between: string): string =>
  columns.map((column) => `${quoted(column)} ${operator} ?`).join(between);

/** Values follow in the order of `set`, then `where`. */
export const changeSql = (shape: ChangeShape, generation: number, primaryKey: readonly string[]): string => {
  const name = copyOf(shape.table, generation);
  switch (shape.op) {
    case 'put':
      return upsert(name, shape.set, primaryKey);
    case 'patch':
      return `UPDATE ${quoted(name)} SET ${equal(shape.set, '=', ', ')} WHERE ${equal(shape.where, 'IS', ' AND ')}`;
    case 'delete':
      return `DELETE FROM ${quoted(name)} WHERE ${equal(shape.where, 'IS', ' AND ')}`;
  }
};
