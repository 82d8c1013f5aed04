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
