import type { Row, TableSchema } from '@ibex/kernel';
import type { Session } from '../engine/session';
import { ARRAY_TYPES, columnArray, typeOf } from './column-arrays';
import { copyOf, list, quoted } from './copy-sql';
import type { Target } from './copy-sql';
import type { Step } from './folded-changes';
import { applyWide } from './wide-writer';

type Effects = Extract<Step, { effects: unknown }>['effects'];

/** Puts rows, each whole, in the place of those with the same key. */
export type PutRows = (session: Session, target: Target, rows: readonly Row[]) => Promise<void>;

/** Rows as a table `v` of the columns named, and the values that it takes. */
const asTable = (table: TableSchema, columns: readonly string[], rows: readonly Row[]) => ({
  sql: `unnest(${columns.map((column, at) => `$${at + 1}::${ARRAY_TYPES[typeOf(table, column)]}`).join(', ')}) AS v (${list(columns)})`,
  values: columns.map((column) => columnArray(rows, column, typeOf(table, column))),
});

export const putRows: PutRows = async (session, { table, name }, rows) => {
  const columns = Object.keys(table.columns);
  const rest = columns.filter((column) => !table.primaryKey.includes(column));
  const set = rest.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  const { sql, values } = asTable(table, columns, rows);
  await session.change(
    `INSERT INTO ${quoted(name)} (${list(columns)}) SELECT ${list(columns)} FROM ${sql}
     ON CONFLICT (${list(table.primaryKey)}) DO ${rest.length === 0 ? 'NOTHING' : `UPDATE SET ${set}`}`,
    values,
  );
};

const sameKey = ({ primaryKey }: TableSchema): string =>
  primaryKey.map((column) => `t.${quoted(column)} = v.${quoted(column)}`).join(' AND ');

export const deleteRows = async (
  session: Session,
  { table, name }: Target,
  keys: readonly Row[],
): Promise<void> => {
  const { sql, values } = asTable(table, table.primaryKey, keys);
  await session.change(`DELETE FROM ${quoted(name)} AS t USING ${sql} WHERE ${sameKey(table)}`, values);
};

const patchRows = async (session: Session, { table, name }: Target, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  const set = columns
    .filter((column) => !table.primaryKey.includes(column))
    .map((column) => `${quoted(column)} = v.${quoted(column)}`);
  const { sql, values } = asTable(table, columns, rows);
  await session.change(
    `UPDATE ${quoted(name)} AS t SET ${set.join(', ')} FROM ${sql} WHERE ${sameKey(table)}`,
    values,
  );
};

/** Patches of the same columns go together; keys come first, so that the columns named tell the shape. */
const patchesByShape = (effects: Effects): readonly (readonly Row[])[] => {
  const shapes = new Map<string, Row[]>();
  for (const effect of effects) {
    if (effect.op !== 'patch') continue;
    const row = Object.fromEntries([
      ...Object.entries(effect.key).sort(),
      ...Object.entries(effect.set).sort(),
    ]) as Row;
    const shape = Object.keys(row).join();
    shapes.set(shape, [...(shapes.get(shape) ?? []), row]);
  }
  return [...shapes.values()];
};

const applyEffects = async (
  session: Session,
  target: Target,
  { effects, put }: Readonly<{ effects: Effects; put: PutRows }>,
): Promise<void> => {
  const puts = effects.flatMap((effect) => (effect.op === 'put' ? [effect.row] : []));
  const deletes = effects.flatMap((effect) => (effect.op === 'delete' ? [effect.key] : []));
  if (puts.length > 0) await put(session, target, puts);
  for (const rows of patchesByShape(effects)) await patchRows(session, target, rows);
  if (deletes.length > 0) await deleteRows(session, target, deletes);
};

/** Brings the rows of one copy of a view up to date, in few statements. */
export const applySteps = async (
  session: Session,
  steps: readonly Step[],
  { generation, put }: Readonly<{ generation: number; put: PutRows }>,
): Promise<void> => {
  for (const step of steps) {
    const target = { table: step.table, name: copyOf(step.table.name, generation) };
    if ('effects' in step) await applyEffects(session, target, { effects: step.effects, put });
    else await applyWide(session, target, step.wide);
  }
};
