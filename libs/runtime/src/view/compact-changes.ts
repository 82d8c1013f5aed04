import type { ColumnValue, Row, RowChange, ViewSchema } from '@ibex/kernel';

type Keys = ReadonlyMap<string, readonly string[]>;

const textOf = (value: ColumnValue): string => {
  const text = String(value);
  return `${text.length}:${text}`;
};

/** Tells the row of a table; undefined where a column of its key is not given. */
const rowKey = (row: Row, key: readonly string[]): string | undefined => {
  const [first] = key;
  if (first === undefined) return undefined;
  if (key.length === 1) return row[first] === undefined ? undefined : String(row[first]);
  let text = '';
  for (const column of key) {
    const value = row[column];
    if (value === undefined || value === null) return undefined;
    text += textOf(value);
  }
  return text;
};

/** The row that a change is about, when it is about one and tells nothing but its key. */
const targetOf = (change: RowChange, key: readonly string[]): string | undefined => {
  if (change.op === 'put') return rowKey(change.row, key);
  const isKeyAlone = Object.keys(change.where).length === key.length;
  const movesRow = change.op === 'patch' && key.some((column) => column in change.set);
  return isKeyAlone && !movesRow ? rowKey(change.where, key) : undefined;
};

/** One change that does what two changes of the same row do after each other. */
const joined = (before: RowChange, next: RowChange): RowChange => {
  if (next.op !== 'patch') return next;
  switch (before.op) {
    case 'put':
      return { ...before, row: { ...before.row, ...next.set } };
    case 'patch':
      return { ...before, set: { ...before.set, ...next.set } };
    case 'delete':
      return before;
  }
};

const keysOf = ({ tables }: ViewSchema): Keys =>
  new Map(tables.map(({ name, primaryKey }) => [name, primaryKey]));

class Compaction {
  readonly kept: RowChange[] = [];
  /** Where each row's change stands, by table and key. */
  private readonly places = new Map<string, Map<string, number>>();

  constructor(private readonly keys: Keys) {}

  add(change: RowChange): void {
    const target = targetOf(change, this.keys.get(change.table) ?? []);
    if (target === undefined) this.addWide(change);
    else this.addTo(this.placesOf(change.table), target, change);
  }

  /** Nothing of its table moves across it. */
  private addWide(change: RowChange): void {
    this.kept.push(change);
    this.places.delete(change.table);
  }

  private addTo(places: Map<string, number>, target: string, change: RowChange): void {
    const place = places.get(target);
    const before = place === undefined ? undefined : this.kept[place];
    if (place !== undefined && before) this.kept[place] = joined(before, change);
    else places.set(target, this.kept.push(change) - 1);
  }

  private placesOf(table: string): Map<string, number> {
    const known = this.places.get(table);
    if (known) return known;
    const made = new Map<string, number>();
    this.places.set(table, made);
    return made;
  }
}

/**
 * The fewest changes with the same outcome: of several changes of one row only what they come to. A change that may
 * touch many rows stays where it stands.
 */
export const compacted = (schema: ViewSchema, changes: readonly RowChange[]): readonly RowChange[] => {
  const compaction = new Compaction(keysOf(schema));
  for (const change of changes) compaction.add(change);
  return compaction.kept;
};
