import { IbexError } from '@ibex/kernel';
import type { ColumnValue, Row, RowChange, TableSchema, ViewSchema } from '@ibex/kernel';
import type { ChangeBatch, ChangeShape } from './view-protocol';

const NAME = /^[a-z][A-Za-z0-9_]*$/;

/** Names become SQL, so they are plain; `__` is kept for copies. Throws IbexError `store/bad-view`. */
export const refuseBadNames = (view: ViewSchema): void => {
  const names = view.tables.flatMap((table) => [
    table.name,
    ...Object.keys(table.columns),
    ...table.primaryKey,
    ...(table.indexes ?? []).flat(),
  ]);
  const bad = names.find((name) => !NAME.test(name) || name.includes('__'));
  if (bad !== undefined) throw new IbexError('store/bad-view', `view ${view.name} has a bad name: ${bad}`);
};

const isEmpty = ({ op, where, set }: ChangeShape): boolean =>
  where.length === 0 || (op === 'patch' && set.length === 0);

type Columns = ReadonlyMap<string, readonly string[]>;

/** Turns changes into shapes and values: a third of the size, and no names repeated, on the way to the writer. */
class ChangeWriter {
  private readonly shapes: ChangeShape[] = [];
  private readonly places = new Map<string, number>();
  private readonly values: ColumnValue[] = [];

  constructor(
    private readonly view: string,
    private readonly columns: Columns,
  ) {}

  add(change: RowChange): void {
    const columns = this.columns.get(change.table);
    if (!columns)
      throw new IbexError('store/unknown-table', `view ${this.view} has no table ${change.table}`);
    if (change.op === 'put') this.addPut(change.table, change.row, columns);
    else this.addChosen(change, columns);
  }

  finish(): ChangeBatch {
    return { shapes: this.shapes, values: JSON.stringify(this.values) };
  }

  private addPut(table: string, row: Row, columns: readonly string[]): void {
    this.values.push(this.placeOf(table, () => ({ op: 'put', table, where: [], set: columns })));
    let left = Object.keys(row).length;
    for (const column of columns) {
      if (column in row) left -= 1;
      this.values.push(row[column] ?? null);
    }
    if (left > 0) this.refuseUnknown(table, Object.keys(row), columns);
  }

  private addChosen(change: Exclude<RowChange, { op: 'put' }>, columns: readonly string[]): void {
    const { op, table, where } = change;
    const set = change.op === 'patch' ? change.set : {};
    const shape: ChangeShape = { op, table, where: Object.keys(where), set: Object.keys(set) };
    this.refuseUnknown(table, [...shape.where, ...shape.set], columns);
    if (isEmpty(shape)) throw new IbexError('store/bad-change', `a ${op} of ${table} names no column`);
    this.values.push(this.placeOf(`${op} ${table} ${shape.where.join()} ${shape.set.join()}`, () => shape));
    for (const column of shape.set) this.values.push(set[column] ?? null);
    for (const column of shape.where) this.values.push(where[column] ?? null);
  }

  private placeOf(key: string, shape: () => ChangeShape): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.shapes.length);
    return this.shapes.push(shape()) - 1;
  }

  private refuseUnknown(table: string, named: readonly string[], columns: readonly string[]): void {
    const unknown = named.find((column) => !columns.includes(column));
    if (unknown !== undefined)
      throw new IbexError('store/unknown-column', `table ${table} has no column ${unknown}`);
  }
}

const columnsOf = (table: TableSchema): readonly string[] => Object.keys(table.columns);

export const toBatch = (view: ViewSchema, changes: readonly RowChange[]): ChangeBatch => {
  const writer = new ChangeWriter(
    view.name,
    new Map(view.tables.map((table) => [table.name, columnsOf(table)])),
  );
  for (const change of changes) writer.add(change);
  return writer.finish();
};
