import { IbexError } from '@ibex/kernel';
import type { RowChange, RowSight, TableSchema, ViewSchema } from '@ibex/kernel';

const NAME = /^[a-z][A-Za-z0-9_]*$/;
/** PostgreSQL cuts names at 63 bytes; copies and indexes add to them. */
const LONGEST_NAME = 40;

const namesOfSight = (sight: RowSight): readonly string[] =>
  'table' in sight ? [sight.table, sight.column, ...sight.on] : [sight.column];
const namesOf = (table: TableSchema): readonly string[] => [
  table.name,
  ...Object.keys(table.columns),
  ...table.primaryKey,
  ...(table.indexes ?? []).flat(),
  ...(typeof table.sight === 'object' ? table.sight.flatMap(namesOfSight) : []),
];
const isBad = (name: string): boolean =>
  !NAME.test(name) || name.includes('__') || name.length > LONGEST_NAME;

/** Names become SQL, so they are plain; `__` is kept for copies. Throws IbexError `store/bad-view`. */
export const refuseBadNames = (view: ViewSchema): void => {
  const bad = view.tables.flatMap(namesOf).find(isBad);
  if (bad !== undefined) throw new IbexError('store/bad-view', `view ${view.name} has a bad name: ${bad}`);
};

const namedBy = (change: RowChange): readonly string[] => {
  switch (change.op) {
    case 'put':
      return Object.keys(change.row);
    case 'patch':
      return [...Object.keys(change.where), ...Object.keys(change.set)];
    case 'delete':
      return Object.keys(change.where);
  }
};
const namesNothing = (change: RowChange): boolean =>
  change.op !== 'put' &&
  (Object.keys(change.where).length === 0 || (change.op === 'patch' && Object.keys(change.set).length === 0));

/** Throws IbexError `store/unknown-column` or `store/bad-change`. */
export const refuseBadChange = (table: TableSchema, change: RowChange): void => {
  const unknown = namedBy(change).find((column) => !Object.hasOwn(table.columns, column));
  if (unknown !== undefined)
    throw new IbexError('store/unknown-column', `table ${table.name} has no column ${unknown}`);
  if (namesNothing(change))
    throw new IbexError('store/bad-change', `a ${change.op} of ${table.name} names no column`);
};
