import type { ColumnValue, Row, RowChange, TableSchema } from '@ibex/kernel';
import { setBy } from './wide-changes';
import type { WideChange } from './wide-changes';

/** What is to become of one row. */
export type Effect =
  | Readonly<{ op: 'put'; row: Row }>
  | Readonly<{ op: 'patch'; key: Row; set: Row }>
  | Readonly<{ op: 'delete'; key: Row }>;

/** A change of the one row that its key tells. */
export type KeyedChange = RowChange;

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

const sharesAny = (one: Row, other: Row): boolean =>
  Object.keys(one).some((column) => Object.hasOwn(other, column));
const isSame = (value: ColumnValue | undefined, wanted: ColumnValue | undefined): boolean =>
  (value ?? null) === (wanted ?? null);

/** Rows by their keys, each once, with what is to become of it. */
export class RowEffects {
  private effects = new Map<string, Effect>();
  /** By a column of the key: which rows have which value in it. Made when it is first asked for. */
  private readonly places = new Map<string, Map<ColumnValue, string[]>>();

  constructor(private readonly table: TableSchema) {}

  add(change: KeyedChange): void {
    if (change.op === 'put') this.set(change.row, { op: 'put', row: change.row });
    else if (change.op === 'delete') this.set(change.where, { op: 'delete', key: change.where });
    else this.patch(change.where, change.set);
  }

  /**
   * Makes a change of many rows to those that are known here, so that it can be made to all others before these. False,
   * with nothing done, where a row is too little known for that.
   */
  takes(change: WideChange): boolean {
    const near = this.near(change);
    if (near.some(([, effect]) => !isForeseeable(effect, change))) return false;
    for (const [name, effect] of near) {
      if (effect.op !== 'put' || !matches(effect.row, change.where)) continue;
      const gone: Effect = { op: 'delete', key: this.keyOf(effect.row) };
      this.effects.set(name, change.op === 'delete' ? gone : onto(effect, change.set));
    }
    return true;
  }

  /** All of them, and none is left. */
  take(): readonly Effect[] {
    const effects = [...this.effects.values()];
    this.effects = new Map();
    this.places.clear();
    return effects;
  }

  private patch(key: Row, set: Row): void {
    const before = this.effects.get(this.nameOf(key));
    this.set(key, before ? onto(before, set) : { op: 'patch', key, set });
  }

  private set(row: Row, effect: Effect): void {
    const name = this.nameOf(row);
    if (!this.effects.has(name))
      for (const [column, places] of this.places) put(places, row[column] ?? null, name);
    this.effects.set(name, effect);
  }

  /** Rows that the change may be about: found by a column of the key, else all. */
  private near({ where }: WideChange): readonly (readonly [string, Effect])[] {
    const column = this.table.primaryKey.find((each) => Object.hasOwn(where, each));
    if (column === undefined) return [...this.effects];
    const names = this.placesOf(column).get(where[column] ?? null) ?? [];
    return names.flatMap((name) => {
      const effect = this.effects.get(name);
      return effect ? [[name, effect] as const] : [];
    });
  }

  private placesOf(column: string): Map<ColumnValue, string[]> {
    const known = this.places.get(column);
    if (known) return known;
    const made = new Map<ColumnValue, string[]>();
    for (const [name, effect] of this.effects) put(made, knownOf(effect)[column] ?? null, name);
    this.places.set(column, made);
    return made;
  }

  private keyOf(row: Row): Row {
    return Object.fromEntries(this.table.primaryKey.map((column) => [column, row[column] ?? null]));
  }

  private nameOf(row: Row): string {
    const [first, ...more] = this.table.primaryKey;
    const one = row[first ?? ''] ?? null;
    if (more.length === 0) return `${typeof one} ${String(one)}`;
    return JSON.stringify([one, ...more.map((column): ColumnValue => row[column] ?? null)]);
  }
}

const put = (places: Map<ColumnValue, string[]>, value: ColumnValue, name: string): void => {
  const known = places.get(value);
  if (known) known.push(name);
  else places.set(value, [name]);
};

const knownOf = (effect: Effect): Row => (effect.op === 'put' ? effect.row : effect.key);
const matches = (row: Row, where: Row): boolean =>
  Object.entries(where).every(([column, value]) => isSame(row[column], value));

/** Only of a row that is patched something is not known: what else it holds. */
const isForeseeable = (effect: Effect, change: WideChange): boolean => {
  if (effect.op !== 'patch') return true;
  const { key, set } = effect;
  const isOther = Object.entries(change.where).some(
    ([column, value]) => Object.hasOwn(key, column) && !isSame(key[column], value),
  );
  return isOther || (!sharesAny(set, change.where) && !sharesAny(set, setBy(change)));
};
