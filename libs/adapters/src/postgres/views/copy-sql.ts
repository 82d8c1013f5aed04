import type { ColumnType, RowSight, TableSchema } from '@ibex/kernel';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text COLLATE "C"',
  integer: 'bigint',
  real: 'double precision',
};

/** A table of one copy, by its name there. */
export type Target = Readonly<{ table: TableSchema; name: string }>;

export const quoted = (name: string): string => `"${name}"`;
export const list = (names: readonly string[]): string => names.map(quoted).join(', ');

/** Each copy of a view has tables of its own; readers see the live ones through SQL views of the plain name. */
export const copyOf = (table: string, generation: number): string => `${table}__g${generation}`;

/** The authority on whose behalf the transaction asks; null, which equals nothing, for nobody. Worked out once per query. */
const ASKING = `(SELECT nullif(current_setting('ibex.authority', true), ''))`;

export const createTable = (table: TableSchema, generation: number): string => {
  const columns = Object.entries(table.columns).map(([column, type]) => `${quoted(column)} ${TYPES[type]}`);
  const key = `PRIMARY KEY (${list(table.primaryKey)})`;
  return `CREATE TABLE ${quoted(copyOf(table.name, generation))} (${[...columns, key].join(', ')})`;
};

/** Apart from the table, because an index of rows that are there already is built many times faster. */
export const createIndexes = (table: TableSchema, generation: number): readonly string[] => {
  const name = copyOf(table.name, generation);
  return (table.indexes ?? []).map(
    (index, at) =>
      `CREATE INDEX IF NOT EXISTS ${quoted(`${name}__i${at}`)} ON ${quoted(name)} (${list(index)})`,
  );
};

const equal = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => `${a}.${quoted(column)} = ${b}.${quoted(column)}`).join(' AND ');

/**
 * The rows of another table that open this one to the asking authority. It is seen through with its owner's rights, so
 * that two tables may open each other without a circle of policies, and it holds only what names the asker.
 */
const opened = (
  own: string,
  { table, on, column }: Extract<RowSight, { table: string }>,
  { generation, at }: Readonly<{ generation: number; at: number }>,
): Readonly<{ before: string; condition: string }> => {
  const window = `${own}__s${at}`;
  const rows = `SELECT ${list(on)} FROM ${quoted(copyOf(table, generation))} WHERE ${quoted(column)} = ${ASKING}`;
  return {
    before: `CREATE VIEW ${quoted(window)} AS ${rows}`,
    condition: `EXISTS (SELECT FROM ${quoted(window)} AS o WHERE ${equal(on, 'o', quoted(own))})`,
  };
};

/** Row-level security from the schema's `sight`: without it, no reader sees a row. To run when all tables are there. */
export const wall = (table: TableSchema, generation: number, reader: string): readonly string[] => {
  const own = copyOf(table.name, generation);
  const grant = `GRANT SELECT ON ${quoted(own)} TO ${quoted(reader)}`;
  const base = [`ALTER TABLE ${quoted(own)} ENABLE ROW LEVEL SECURITY`, grant];
  const allow = (at: number, condition: string): string =>
    `CREATE POLICY ${quoted(`s${at}`)} ON ${quoted(own)} FOR SELECT USING (${condition})`;
  if (table.sight === 'nothing-of-a-child') return [...base, allow(0, 'true')];
  const policies = (table.sight ?? []).flatMap((sight, at) => {
    if (!('table' in sight)) return [allow(at, `${quoted(sight.column)} = ${ASKING}`)];
    const { before, condition } = opened(own, sight, { generation, at });
    return [before, `GRANT SELECT ON ${quoted(`${own}__s${at}`)} TO ${quoted(reader)}`, allow(at, condition)];
  });
  return [...base, ...policies];
};

/** `security_invoker`: the policies are those of whoever asks. */
export const showCopy = (table: string, generation: number, reader: string): readonly string[] => [
  `CREATE VIEW ${quoted(table)} WITH (security_invoker = true) AS SELECT * FROM ${quoted(copyOf(table, generation))}`,
  `GRANT SELECT ON ${quoted(table)} TO ${quoted(reader)}`,
];
export const hideCopy = (table: string): string => `DROP VIEW IF EXISTS ${quoted(table)}`;
/** With what looks through it. */
export const dropTable = (table: string, generation: number): string =>
  `DROP TABLE IF EXISTS ${quoted(copyOf(table, generation))} CASCADE`;
