import { rowDifferences } from './row-differences';

type Stay = Readonly<{ id: string; host: string; endedOn: string | null }>;
const table = { name: 'stays', keyOf: ({ id }: Stay) => id, where: ({ id }: Stay) => ({ id }) };
const stay = (id: string, host: string, endedOn: string | null = null): Stay => ({ id, host, endedOn });

describe('the difference between the rows of a notice before and after a fact', () => {
  it('is nothing where the fact changes no row', () => {
    expect(rowDifferences(table, [stay('1', 'Croydon')], [stay('1', 'Croydon')])).toStrictEqual([]);
  });

  it('is a new row, a changed row and a row that is gone, each by its key', () => {
    const before = [stay('1', 'Croydon'), stay('2', 'Barnet'), stay('3', 'Brent')];
    const after = [stay('1', 'Croydon'), stay('2', 'Barnet', '2025-03-01'), stay('4', 'Lambeth')];

    expect(rowDifferences(table, before, after)).toStrictEqual([
      { op: 'put', table: 'stays', row: stay('2', 'Barnet', '2025-03-01') },
      { op: 'put', table: 'stays', row: stay('4', 'Lambeth') },
      { op: 'delete', table: 'stays', where: { id: '3' } },
    ]);
  });
});
