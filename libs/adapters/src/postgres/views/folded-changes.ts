import { IbexError } from '@ibex/kernel';
import type { Row, RowChange, TableSchema, ViewSchema } from '@ibex/kernel';
import { refuseBadChange } from './check-view';
import { RowEffects } from './row-effects';
import type { Effect } from './row-effects';
import { WideChanges } from './wide-changes';
import type { WideChange } from './wide-changes';

/**
 * Effects on rows told by their keys, each row once, so that their order does not matter; or changes of one form of
 * whichever rows match, no row by two of them.
 */
export type Step = Readonly<{ table: TableSchema }> &
  Readonly<{ effects: readonly Effect[] } | { wide: readonly WideChange[] }>;

const isByKeyAlone = ({ primaryKey }: TableSchema, where: Row): boolean =>
  Object.keys(where).length === primaryKey.length &&
  primaryKey.every((column) => Object.hasOwn(where, column));
const movesKey = ({ primaryKey }: TableSchema, change: RowChange): boolean =>
  change.op === 'patch' && primaryKey.some((column) => Object.hasOwn(change.set, column));

/** The changes of one table, gathered until one comes that has to wait for all before it. */
class TableChanges {
  readonly steps: Step[] = [];
  private readonly effects: RowEffects;
  /** Made before the effects. */
  private readonly wide = new WideChanges();

  constructor(private readonly table: TableSchema) {
    this.effects = new RowEffects(table);
  }

  add(change: RowChange): void {
    refuseBadChange(this.table, change);
    if (change.op === 'put') this.effects.add(change);
    else if (movesKey(this.table, change)) this.addAlone(change);
    else if (isByKeyAlone(this.table, change.where)) this.effects.add(change);
    else this.addWide(change);
  }

  finish(): void {
    for (const wide of this.wide.take()) this.steps.push({ table: this.table, wide });
    const effects = this.effects.take();
    if (effects.length > 0) this.steps.push({ table: this.table, effects });
  }

  private addWide(change: WideChange): void {
    if (!this.effects.takes(change)) this.finish();
    this.wide.add(change);
  }

  private addAlone(change: WideChange): void {
    this.finish();
    this.steps.push({ table: this.table, wide: [change] });
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
