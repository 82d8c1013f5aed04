import type { Row, RowChange } from '@ibex/kernel';

type Table<R extends Row> = Readonly<{ name: string; keyOf(row: R): string; where(row: R): Row }>;

const isSame = (one: Row, other: Row): boolean => {
  for (const column in one) if (one[column] !== other[column]) return false;
  return true;
};

/** What makes the rows of one notice what they are now: only those that differ are touched, each by its key. */
export const rowDifferences = <R extends Row>(
  { name, keyOf, where }: Table<R>,
  before: readonly R[],
  after: readonly R[],
): readonly RowChange[] => {
  const gone = new Map(before.map((row) => [keyOf(row), row]));
  const changes: RowChange[] = [];
  for (const row of after) {
    const known = gone.get(keyOf(row));
    gone.delete(keyOf(row));
    if (!known || !isSame(row, known)) changes.push({ op: 'put', table: name, row });
  }
  for (const row of gone.values()) changes.push({ op: 'delete', table: name, where: where(row) });
  return changes;
};
