import { tableRows } from './table';
import type { TableRow } from './table';

const COLUMNS = { required: ['CHILD', 'PL_POST'], optional: ['URN'] } as const;
type Column = 'CHILD' | 'PL_POST' | 'URN';

const read = async (...lines: readonly (readonly string[])[]): Promise<readonly TableRow<Column>[]> => {
  async function* rows(): AsyncGenerator<{ line: number; cells: readonly string[] }> {
    for (const [index, cells] of lines.entries()) yield await Promise.resolve({ line: index + 1, cells });
  }
  const found: TableRow<Column>[] = [];
  for await (const row of tableRows(rows(), COLUMNS, 'episodes.csv')) found.push(row);
  return found;
};

describe('a table', () => {
  it('is read by its header, in any order, case and spacing, without the columns that nobody asked for', async () => {
    expect(await read([' pl post', 'Extra', 'child '], ['SE1 1AA ', 'x', ' 7'])).toStrictEqual([
      { line: 2, values: { CHILD: '7', PL_POST: 'SE1 1AA', URN: '' } },
    ]);
  });

  it('has empty cells where a row is too short', async () => {
    expect(await read(['CHILD', 'URN', 'PL_POST'], ['7'])).toStrictEqual([
      { line: 2, values: { CHILD: '7', PL_POST: '', URN: '' } },
    ]);
  });

  it.each([[[['CHILD']]], [[]]])('without a required column is refused as a whole: %j', async (lines) => {
    await expect(read(...lines)).rejects.toMatchObject({
      code: 'imports/column-missing',
      message: expect.stringContaining('PL_POST') as string,
    });
  });
});
