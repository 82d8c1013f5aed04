import { csvOf, renderRows, tableOf } from './output';

describe('what the command line prints', () => {
  it('lines columns up and puts numbers to the right', () => {
    const rows = [
      { borough: 'Camden', children: 7 },
      { borough: 'Ealing', children: 112 },
    ];
    expect(tableOf(rows, ['borough', 'children'])).toBe(
      'borough  children\n-------  --------\nCamden          7\nEaling        112',
    );
  });

  it('folds the widest column where the line is too short, and cuts nothing', () => {
    const rows = [{ state: 'open', duty: 'Acknowledge, enter the child in your register' }];
    expect(tableOf(rows, ['state', 'duty'], 30)).toBe(
      [
        'state  duty',
        '-----  -----------------------',
        'open   Acknowledge, enter the',
        '       child in your register',
      ].join('\n'),
    );
  });

  it('goes over the line rather than fold a column until nobody can read it', () => {
    const rows = [{ a: 'x'.repeat(20), b: 'y'.repeat(20) }];
    expect(tableOf(rows, ['a', 'b'], 10).split('\n')[1]).toBe(`${'-'.repeat(16)}  ${'-'.repeat(16)}`);
  });

  it('counts one row and many', () => {
    expect(renderRows([{ a: 1 }], ['a'], 'table')).toMatch(/\n1 row$/);
    expect(renderRows([{ a: 1 }, { a: 2 }], ['a'], 'table')).toMatch(/\n2 rows$/);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '＝1'])('disarms the formula %j', (value) => {
    expect(csvOf([{ a: value }], ['a'])).toBe(`a\r\n'${value}`);
  });

  it('quotes a cell that holds a comma, a quote or a line end', () => {
    expect(csvOf([{ a: 'x, "y"\nz' }], ['a'])).toBe('a\r\n"x, ""y""\nz"');
  });

  it('says so when there is nothing', () => {
    expect(renderRows([], ['a'], 'table')).toBe('nothing to show');
  });
});
