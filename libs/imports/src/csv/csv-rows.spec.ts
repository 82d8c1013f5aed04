import { csvRows } from './csv-rows';
import type { CsvRow } from './csv-rows';

async function* text(...parts: readonly string[]): AsyncGenerator<string> {
  for (const part of parts) yield await Promise.resolve(part);
}
const rowsOf = async (...parts: readonly string[]): Promise<readonly CsvRow[]> => {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(text(...parts), 'x.csv')) rows.push(row);
  return rows;
};

describe('the rows of CSV text', () => {
  it('know their line, with a quoted line end and blank lines between', async () => {
    expect(await rowsOf('A,B\n1,"x\ny"\n\n', '2,"a,""b"""\n , \n3,4')).toStrictEqual([
      { line: 1, cells: ['A', 'B'] },
      { line: 2, cells: ['1', 'x\ny'] },
      { line: 5, cells: ['2', 'a,"b"'] },
      { line: 7, cells: ['3', '4'] },
    ]);
  });

  it('may be shorter or longer than the first', async () => {
    expect(await rowsOf('A,B\n1\n1,2,3')).toStrictEqual([
      { line: 1, cells: ['A', 'B'] },
      { line: 2, cells: ['1'] },
      { line: 3, cells: ['1', '2', '3'] },
    ]);
  });

  it('say where a quotation mark was left open', async () => {
    await expect(rowsOf('A,B\n1,2\n"3,4\n5,6')).rejects.toMatchObject({
      code: 'imports/not-csv',
      message: 'x.csv, line 3: this is not CSV; a quotation mark may have been left open',
    });
  });

  it('pass on what is wrong with the source', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield await Promise.resolve('A,B\n');
      throw new Error('disk gone');
    }
    const read = async (): Promise<void> => {
      for await (const row of csvRows(broken(), 'x.csv')) expect(row.line).toBe(1);
    };
    await expect(read()).rejects.toThrow('disk gone');
  });
});
