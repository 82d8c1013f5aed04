import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvField, toCsv } from './csv';

describe('CSV for spreadsheets', () => {
  it.each(['=1+1', '+44 20', '-7', '@SUM(A1)', '\0=1', '＝1+1', '﹦1', '⁺1', '−1'])(
    'makes %j plain text',
    (value) => {
      expect(csvField(value)).toBe(`'${value}`);
    },
  );

  it.each([' =1', '\u00a0@x', '\ufeff=1', '\u200b+1', '\u0001-1'])(
    'is not taken in by what stands before the sign: %j',
    (value) => {
      expect(csvField(value)).toBe(`'${value}`);
    },
  );

  it.each(['\tx', '\t=1', '\n=1', '\r\n@x'])('makes %j plain text and quotes it', (value) => {
    expect(csvField(value)).toBe(`"'${value}"`);
  });

  it('keeps together what another list separator would part', () => {
    expect([csvField('a;=1'), csvField('a\t=1')]).toStrictEqual(['"a;=1"', '"a\t=1"']);
  });

  it('makes a leading carriage return plain text and quotes it', () => {
    expect(csvField('\r=1')).toBe('"\'\r=1"');
  });

  it('leaves an equals sign inside a value alone', () => {
    expect(csvField('a=b')).toBe('a=b');
  });

  it('leaves numbers, truth values and blanks as they are', () => {
    expect([csvField(-3), csvField(true), csvField(null)]).toStrictEqual(['-3', 'true', '']);
  });

  it('quotes commas, quotes and line breaks', () => {
    expect([csvField('a,b'), csvField('say "so"'), csvField('two\nlines')]).toStrictEqual([
      '"a,b"',
      '"say ""so"""',
      '"two\nlines"',
    ]);
  });

  it('writes a header line and one line per row, each ended by CRLF', () => {
    const columns = [
      { header: 'local id', value: (row: { id: string; days: number }) => row.id },
      { header: 'days', value: (row: { id: string; days: number }) => row.days },
    ];

    expect(toCsv(columns, [{ id: '=HYPERLINK("x")', days: 3 }])).toBe(
      'local id,days\r\n"\'=HYPERLINK(""x"")",3\r\n',
    );
  });

  it('keeps 100,000 hostile fields as text: none begins a formula, each is read back as it was', () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\0',
      '＝',
      '＋',
      '－',
      '＠',
      ' =',
      '"',
      '\ufeff=',
      '',
    );
    const field = fc.tuple(start, fc.string({ unit: 'binary', maxLength: 8 })).map((parts) => parts.join(''));
    const rows = fc.array(fc.tuple(field, field, field, field, field), { minLength: 100, maxLength: 100 });
    const columns = [0, 1, 2, 3, 4].map((at) => ({
      header: String(at),
      value: (row: readonly string[]) => row[at] ?? '',
    }));
    fc.assert(
      fc.property(rows, (all) => {
        const [, ...read]: readonly (readonly string[])[] = parse(toCsv(columns, all));
        expect(read.flat().map((cell, at) => (cell === all.flat()[at] ? cell : cell.slice(1)))).toEqual(
          all.flat(),
        );
        expect(read.flat().filter((cell) => /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
