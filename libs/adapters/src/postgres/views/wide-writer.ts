import type { Row } from '@ibex/kernel';
import type { Session } from '../engine/session';
import { ARRAY_TYPES, columnArray, typeOf } from './column-arrays';
import { list, quoted } from './copy-sql';
import type { Target } from './copy-sql';
import { setBy } from './wide-changes';
import type { WideChange } from './wide-changes';

/** A column of `v`, under a name that tells what is looked for from what is set. */
type Column = Readonly<{ column: string; named: string; rows: readonly Row[] }>;

const looked = (column: string): string => `w_${column}`;
const set = (column: string): string => `s_${column}`;

const columnsOf = (wide: readonly WideChange[], first: WideChange): readonly Column[] => [
  ...Object.entries(first.where).flatMap(([column, value]) =>
    value === null ? [] : [{ column, named: looked(column), rows: wide.map(({ where }) => where) }],
  ),
  ...Object.keys(setBy(first)).map((column) => ({ column, named: set(column), rows: wide.map(setBy) })),
];

const asTable = ({ table }: Target, columns: readonly Column[]) => ({
  sql: `unnest(${columns.map(({ column }, at) => `$${at + 1}::${ARRAY_TYPES[typeOf(table, column)]}`).join(', ')}) AS v (${list(columns.map(({ named }) => named))})`,
  values: columns.map(({ column, rows }) => columnArray(rows, column, typeOf(table, column))),
});
/** Nothing is looked for but empty columns. */
const ONE_ROW = { sql: '(VALUES (1)) AS v', values: [] };

/** Changes of one form of whichever rows match, no row by two of them, in one statement. */
export const applyWide = async (
  session: Session,
  target: Target,
  wide: readonly WideChange[],
): Promise<void> => {
  const [first] = wide;
  if (!first) return;
  const columns = columnsOf(wide, first);
  const { sql, values } = columns.length === 0 ? ONE_ROW : asTable(target, columns);
  const where = Object.entries(first.where)
    .map(([column, value]) =>
      value === null ? `t.${quoted(column)} IS NULL` : `t.${quoted(column)} = v.${quoted(looked(column))}`,
    )
    .join(' AND ');
  const setting = Object.keys(setBy(first)).map((column) => `${quoted(column)} = v.${quoted(set(column))}`);
  const what =
    first.op === 'delete'
      ? `DELETE FROM ${quoted(target.name)} AS t USING`
      : `UPDATE ${quoted(target.name)} AS t SET ${setting.join(', ')} FROM`;
  await session.change(`${what} ${sql} WHERE ${where}`, values);
};
