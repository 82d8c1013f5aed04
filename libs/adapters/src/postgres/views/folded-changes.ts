import { IbexError } from '@ibex/kernel';
import type { ColumnValue, Row, RowChange, TableSchema, ViewSchema } from '@ibex/kernel';
import { refuseBadChange } from './check-view';

/** What is to become of one row. */
type Effect =
  | Readonly<{ op: 'put'; row: Row }>
  | Readonly<{ op: 'patch'; key: Row; set: Row }>
  | Readonly<{ op: 'delete'; key: Row }>;

/** Effects on rows told by their keys, each row once, so that their order does not matter; or one other change. */
export type Step = Readonly<{ table: TableSchema }> &
  Readonly<{ effects: readonly Effect[] } | { change: Exclude<RowChange, { op: 'put' }> }>;

const onto = (before: Effect, set: Row): Effect => {
  switch (before.op) {
    case 'put':
      return { op: 'put', row: { ...before.row, ...set } };
    case 'patch':
      return { ...before, set: { ...before.set, ...set } };
    case 'delete':
      return before;
  }
};

const isByKeyAlone = ({ primaryKey }: TableSchema, where: Row): boolean =>
  Object.keys(where).length === primaryKey.length &&
  primaryKey.every((column) => Object.hasOwn(where, column));
const movesKey = ({ primaryKey }: TableSchema, change: RowChange): boolean =>
  change.op === 'patch' && primaryKey.some((column) => Object.hasOwn(change.set, column));

/** The changes of one table, gathered until one comes that has to wait for all before it. */
class TableChanges {
  readonly steps: Step[] = [];
  private effects = new Map<string, Effect>();

  constructor(private readonly table: TableSchema) {}

  add(change: RowChange): void {
    refuseBadChange(this.table, change);
    if (change.op === 'put') {
      this.effects.set(this.keyOf(change.row), { op: 'put', row: change.row });
    } else if (isByKeyAlone(this.table, change.where) && !movesKey(this.table, change)) {
      this.addKeyed(change);
    } else {
      this.finish();
      this.steps.push({ table: this.table, change });
    }
  }

  finish(): void {
    if (this.effects.size === 0) return;
    this.steps.push({ table: this.table, effects: [...this.effects.values()] });
    this.effects = new Map();
  }

  private addKeyed(change: Exclude<RowChange, { op: 'put' }>): void {
    const name = this.keyOf(change.where);
    if (change.op === 'delete') {
      this.effects.set(name, { op: 'delete', key: change.where });
      return;
    }
    const before = this.effects.get(name);
    const effect: Effect = before
      ? onto(before, change.set)
      : { op: 'patch', key: change.where, set: change.set };
    this.effects.set(name, effect);
  }

  private keyOf(row: Row): string {
    const [first, ...more] = this.table.primaryKey;
    const one = row[first ?? ''] ?? null;
    if (more.length === 0) return `${typeof one} ${String(one)}`;
    return JSON.stringify([one, ...more.map((column): ColumnValue => row[column] ?? null)]);
  }
}

/** Table by table, because no table knows of another. Throws IbexError for a table or column that is not there. */
export const folded = (view: ViewSchema, changes: readonly RowChange[]): readonly Step[] => {
  const tables = new Map(view.tables.map((table) => [table.name, new TableChanges(table)]));
  for (const change of changes) {
    const table = tables.get(change.table);
    if (!table) throw new IbexError('store/unknown-table', `view ${view.name} has no table ${change.table}`);
    table.add(change);
  }
  return [...tables.values()].flatMap((table) => {
    table.finish();
    return table.steps;
  });
};
