import { BEGINNING, IbexError, StoreUnavailable } from '@ibex/kernel';
import type {
  Position,
  ReadModels,
  Row,
  RowChange,
  TableSchema,
  ViewRebuild,
  ViewSchema,
} from '@ibex/kernel';
import { promised } from './promised';

type Table = Map<string, Row>;
type Copy = { version: number; checkpoint: Position; tables: Map<string, Table> };

const emptyCopy = (view: ViewSchema): Copy => ({
  version: view.version,
  checkpoint: BEGINNING,
  tables: new Map(view.tables.map((table) => [table.name, new Map<string, Row>()])),
});

const keyOf = (schema: TableSchema, row: Row): string =>
  JSON.stringify(schema.primaryKey.map((column) => row[column]));

const isIn = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([column, value]) => row[column] === value);

/** Every column of the table, null where the row is silent: what a database would hold. */
const whole = (schema: TableSchema, row: Row): Row =>
  Object.fromEntries(Object.keys(schema.columns).map((column) => [column, row[column] ?? null]));

const refuseBadChange = (schema: TableSchema, change: RowChange): void => {
  if (change.op !== 'put' && Object.keys(change.where).length === 0)
    throw new IbexError('store/bad-change', `a ${change.op} of ${schema.name} names no column`);
  const parts =
    change.op === 'put' ? [change.row] : [change.where, ...(change.op === 'patch' ? [change.set] : [])];
  const unknown = parts.flatMap((part) => Object.keys(part)).find((column) => !(column in schema.columns));
  if (unknown !== undefined)
    throw new IbexError('store/unknown-column', `table ${schema.name} has no column ${unknown}`);
};

const apply = (schema: TableSchema, table: Table, change: RowChange): void => {
  refuseBadChange(schema, change);
  if (change.op === 'put') {
    table.set(keyOf(schema, change.row), whole(schema, change.row));
    return;
  }
  for (const [key, row] of [...table]) {
    if (!isIn(row, change.where)) continue;
    table.delete(key);
    if (change.op === 'patch') {
      const patched = { ...row, ...change.set };
      table.set(keyOf(schema, patched), patched);
    }
  }
};

/** Views in memory. There is no READ_DB over it: query specs run on the embedded database. `rows` lets a spec look. */
export class MemoryReadModels implements ReadModels {
  private readonly live = new Map<string, Copy>();
  private closed = false;

  open(view: ViewSchema): Promise<Position | undefined> {
    return this.whenOpen(() => {
      const copy = this.live.get(view.name) ?? emptyCopy(view);
      this.live.set(view.name, copy);
      return copy.version === view.version ? copy.checkpoint : undefined;
    });
  }

  write(view: ViewSchema, changes: readonly RowChange[], upTo: Position): Promise<void> {
    return this.whenOpen(() => {
      const copy = this.live.get(view.name);
      if (copy?.version !== view.version)
        throw new IbexError('store/view-not-open', `view ${view.name} has no live copy of this version`);
      this.live.set(view.name, this.changed(view, copy, { changes, upTo }));
    });
  }

  rebuild(view: ViewSchema): Promise<ViewRebuild> {
    return this.whenOpen(() => {
      let copy: Copy | undefined = emptyCopy(view);
      const current = (): Copy => {
        if (copy === undefined)
          throw new IbexError('store/rebuild-over', `the rebuild of ${view.name} has ended`);
        return copy;
      };
      return {
        write: (changes, upTo) =>
          this.whenOpen(() => {
            copy = this.changed(view, current(), { changes, upTo });
          }),
        switchOver: () =>
          this.whenOpen(() => {
            this.live.set(view.name, current());
            copy = undefined;
          }),
        abandon: () =>
          promised(() => {
            copy = undefined;
          }),
      };
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
    });
  }

  /** The rows of a live table, in no order. */
  rows(table: string): readonly Row[] {
    const copies = [...this.live.values()];
    return copies.flatMap((copy) => [...(copy.tables.get(table)?.values() ?? [])]);
  }

  private changed(
    view: ViewSchema,
    copy: Copy,
    { changes, upTo }: Readonly<{ changes: readonly RowChange[]; upTo: Position }>,
  ): Copy {
    const touched = new Map(copy.tables);
    for (const name of new Set(changes.map((change) => change.table)))
      touched.set(name, new Map(copy.tables.get(name) ?? []));
    for (const change of changes) {
      const schema = view.tables.find((table) => table.name === change.table);
      const table = touched.get(change.table);
      if (!schema || !table)
        throw new IbexError('store/unknown-table', `view ${view.name} has no table ${change.table}`);
      apply(schema, table, change);
    }
    return { ...copy, tables: touched, checkpoint: upTo };
  }

  private whenOpen<T>(work: () => T): Promise<T> {
    return promised(() => {
      if (this.closed) throw new StoreUnavailable('store/closed', 'the read models are closed');
      return work();
    });
  }
}
