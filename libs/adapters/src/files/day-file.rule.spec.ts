import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { BatchedEntry } from '@ibex/kernel';
import { readRows, withEntries } from './day-file.rule';

const words = {
  authorityName: (gss: string) => (gss === 'E09000007' ? 'Camden' : gss),
  toAddress: (link: string) => `https://ibex.example${link}`,
};
const anEntry = (change: Partial<BatchedEntry> = {}): BatchedEntry => ({
  sequence: 12,
  kind: 'Reported missing',
  urgency: 'urgent',
  from: 'E09000007',
  recordedAt: '2026-07-02T09:15:42.123Z',
  dueAt: '2026-07-03T22:59:00.000Z',
  link: '/v1/notices/f-12',
  day: '2026-07-03',
  ...change,
});
/** What a spreadsheet would run, whatever it strips before it looks. */
const FORMULA = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠﹦]/u;
const nothing = new Map<number, string>();
/** What a reader of ours and a spreadsheet make of it: the mark is stripped, the cells are text. */
const cellsOf = (text: string): readonly (readonly string[])[] => parse(text, { bom: true });

describe('the file of a day', () => {
  it('has a mark for spreadsheets, a header and a row per entry, with London times', () => {
    const text = withEntries(nothing, [anEntry(), anEntry({ sequence: 9, urgency: 'prompt' })], words);
    expect(text).toBe(
      '\ufeffentry,type,urgency,from authority,recorded at (London),due at (London),link\r\n' +
        '9,Reported missing,prompt,Camden,2026-07-02 10:15,2026-07-03 23:59,https://ibex.example/v1/notices/f-12\r\n' +
        '12,Reported missing,urgent,Camden,2026-07-02 10:15,2026-07-03 23:59,https://ibex.example/v1/notices/f-12\r\n',
    );
  });

  it('leaves the date out where nothing is due', () => {
    const { dueAt, ...rest } = anEntry();
    expect(dueAt).toBeDefined();
    expect(cellsOf(withEntries(nothing, [rest], words))[1]?.[5]).toBe('');
  });

  it('grows: what is there stays as it is, in order, and nothing stands there twice', () => {
    const first = withEntries(nothing, [anEntry({ sequence: 3 }), anEntry({ sequence: 5 })], words);
    const more = [anEntry({ sequence: 5, kind: 'other' }), anEntry({ sequence: 4 })];
    const second = withEntries(readRows(first) ?? nothing, more, words);
    expect(cellsOf(second).map(([number]) => number)).toEqual(['entry', '3', '4', '5']);
    expect(second).not.toContain('other');
    for (const line of first.split('\r\n')) expect(second).toContain(line);
  });

  it.each([
    ['without its mark', (text: string) => text.slice(1)],
    ['with another header', (text: string) => text.replace('urgency', 'Urgency')],
    ['with a row that is not numbered', (text: string) => `${text}a note\r\n`],
    ['cut short', (text: string) => text.slice(0, -7)],
    ['empty', () => ''],
  ])('is not taken for ours %s', (_, change) => {
    expect(readRows(change(withEntries(nothing, [anEntry()], words)))).toBeUndefined();
  });

  it('holds no formula and loses no row, whatever the words are', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .tuple(
          fc.constantFrom(
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
            '﹦',
            ' =',
            '\ufeff=',
            '"',
          ),
          fc.constantFrom('', 'cmd|/c calc!A1', 'HYPERLINK("http://x","y")', '1,2', '";=1', "'"),
        )
        .map((parts) => parts.join('')),
    );
    const entries = fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(entries, (all) => {
        const made = all.map(([kind, from, link], at) => anEntry({ sequence: at + 1, kind, from, link }));
        const text = withEntries(nothing, made, words);
        const rows = cellsOf(text).slice(1);
        expect(rows.map(([number]) => Number(number))).toEqual(made.map(({ sequence }) => sequence));
        expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
        expect(readRows(text)?.size).toBe(made.length);
      }),
      { numRuns: 500 },
    );
  });
});
