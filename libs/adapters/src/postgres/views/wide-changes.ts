import type { ColumnValue, Row, RowChange } from '@ibex/kernel';

/** A change of whichever rows match. */
export type WideChange = Exclude<RowChange, { op: 'put' }>;

export const setBy = (change: WideChange): Row => (change.op === 'patch' ? change.set : {});

/** Of one form: what is done, which columns are looked at, which of them for nothing, which are set. */
const formOf = (change: WideChange): string => {
  const looked = Object.entries(change.where).map(
    ([column, value]) => `${column}${value === null ? '0' : ''}`,
  );
  return JSON.stringify([change.op, looked.sort(), Object.keys(setBy(change)).sort()]);
};

const tupleOf = (where: Row, columns: readonly string[]): string =>
  JSON.stringify(columns.map((column): ColumnValue => where[column] ?? null));

const sharesAny = (columns: readonly string[], row: Row): boolean =>
  columns.some((column) => Object.hasOwn(row, column));

/** Changes of one form that touch no row in common, so that all may be made at once. */
class Group {
  readonly changes: WideChange[] = [];
  /** By columns: what the changes look for in them. */
  private readonly seen = new Map<string, Set<string>>();
  private readonly looked: readonly string[];
  private readonly set: readonly string[];

  constructor(
    readonly form: string,
    first: WideChange,
  ) {
    this.looked = Object.keys(first.where).sort();
    this.set = Object.keys(setBy(first));
    this.add(first);
  }

  add(change: WideChange): void {
    this.changes.push(change);
    for (const [columns, tuples] of this.seen) tuples.add(tupleOf(change.where, columns.split(',')));
  }

  /** Whether nothing is otherwise when a change is made before all of these instead of after them. */
  letsBy(change: WideChange): boolean {
    return this.isIndifferentTo(change) || this.isElsewhere(change);
  }

  private isIndifferentTo(change: WideChange): boolean {
    const set = setBy(change);
    return !sharesAny(this.set, change.where) && !sharesAny(this.set, set) && !sharesAny(this.looked, set);
  }

  /** Told apart by columns that both look at and neither sets. */
  private isElsewhere(change: WideChange): boolean {
    const set = setBy(change);
    const common = this.looked.filter(
      (column) =>
        Object.hasOwn(change.where, column) && !this.set.includes(column) && !Object.hasOwn(set, column),
    );
    return common.length > 0 && !this.seenIn(common).has(tupleOf(change.where, common));
  }

  private seenIn(columns: readonly string[]): ReadonlySet<string> {
    const name = columns.join();
    const known = this.seen.get(name);
    if (known) return known;
    const made = new Set(this.changes.map(({ where }) => tupleOf(where, columns)));
    this.seen.set(name, made);
    return made;
  }
}

/** Changes of many rows in as few groups as leave the outcome as it is; the groups in order. */
export class WideChanges {
  private groups: Group[] = [];

  add(change: WideChange): void {
    const form = formOf(change);
    for (const group of this.groups.toReversed()) {
      const isFree = group.letsBy(change);
      if (isFree && group.form === form) {
        group.add(change);
        return;
      }
      if (!isFree) break;
    }
    this.groups.push(new Group(form, change));
  }

  /** All of them, and none is left. */
  take(): readonly (readonly WideChange[])[] {
    return this.groups.splice(0).map(({ changes }) => changes);
  }
}
