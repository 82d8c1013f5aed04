import { csvOfTable } from './table';

describe('a table as a file', () => {
  it('says what it is before its lines, and keeps suppressed values apart from nought and from blanks', () => {
    const table = {
      ...{ id: 'x', caption: 'Totals' },
      columns: [{ text: 'Quarter' }, { text: 'Camden', isNumeric: true }],
      rows: [
        ['Q1 2026', 'c'],
        ['Q2 2026', 10],
      ],
    };
    expect(csvOfTable(table, ['c stands for suppressed'])).toBe(
      'Totals\r\nc stands for suppressed\r\n\r\nQuarter,Camden\r\nQ1 2026,c\r\nQ2 2026,10\r\n',
    );
  });

  it('runs no formula that somebody named an authority with', () => {
    const table = { id: 'x', caption: '=1+1', columns: [{ text: '@x' }], rows: [['+cmd|x'], ['\t=1']] };
    const cells = csvOfTable(table, ['-2']).split('\r\n');
    expect(cells).toStrictEqual(["'=1+1", "'-2", '', "'@x", "'+cmd|x", '"\'\t=1"', '']);
  });
});
