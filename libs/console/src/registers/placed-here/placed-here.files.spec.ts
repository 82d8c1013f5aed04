import { parse } from 'csv-parse/sync';
import writeExcelFile from 'write-excel-file/node';
import type { PlacedHereAnswer } from '../parts/answers';
import { REGISTER_COLUMNS } from './placed-here.columns';
import { placedHereCsv } from './placed-here.csv-file';
import { placedHereSheets } from './placed-here.workbook';
import { HOSTILE, MADE, answerOf, lineOf } from './register.fixture';
import { readWorkbook } from './workbook-reader.fixture';

async function* pagesOf(...pages: readonly PlacedHereAnswer[]): AsyncGenerator<PlacedHereAnswer> {
  for (const page of pages) yield await Promise.resolve(page);
}
const csvOf = async (...pages: readonly PlacedHereAnswer[]): Promise<string> => {
  let text = '';
  for await (const part of placedHereCsv(pagesOf(...pages), MADE)) text += part;
  return text;
};
const recordsOf = (csv: string): readonly (readonly string[])[] =>
  parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
const workbookOf = async (...pages: readonly PlacedHereAnswer[]) =>
  readWorkbook(await writeExcelFile([...placedHereSheets(pages, MADE)]).toBuffer());

const CELLS = [
  ...['Obi', 'Ada', '2011-05-06', 'F', 'Croydon', 'E09000008', 'C-4711', '2026-03-02', '', ''],
  ...[
    'Foster care (U6)',
    '',
    '',
    'Full care order (C2)',
    'supplied',
    'pending',
    '2026-07-02 00:30',
    '',
    'p-1',
  ],
];
const ABOUT = [
  'Children placed in Camden by other authorities',
  'As at 22 November 2026',
  'From every placing authority that posts to IBEX',
  'Taken from IBEX by Camden on 22 November 2026 at 02:30:00 GMT',
  'Holds all that IBEX had recorded by then',
  'May be incomplete: Kent last posted placements 9 days ago, usually daily: silent since 15 November 2026, so some may be missing',
  '2 authorities post as usual',
  '1 authority has never posted',
  'Restricted placements are on no register',
  'Personal data about children: keep it as you keep the child’s record, and destroy it when it is no longer needed',
];
const HEADERS = REGISTER_COLUMNS.map(({ header }) => header);
const hostileLines = HOSTILE.map((text) =>
  lineOf({
    localId: text,
    placingAuthorityName: text,
    providerUrn: text,
    child: { surname: text, forename: text },
  }),
);

describe('the register as a CSV file', () => {
  it('says of which day it is, from whom it came and how fresh it was, before its lines and their end', async () => {
    expect(recordsOf(await csvOf(answerOf([lineOf()])))).toStrictEqual([
      ...ABOUT.map((note) => [note]),
      HEADERS,
      CELLS,
      ['End of the register: 1 line'],
    ]);
  });

  it('has one header over all pages, and every line of them', async () => {
    const pages = [
      answerOf([lineOf(), lineOf()], { total: 3, next: 'x' }),
      answerOf([lineOf()], { total: 3 }),
    ];
    const records = recordsOf(await csvOf(...pages));
    expect(records.filter(([first]) => first === 'Surname')).toHaveLength(1);
    expect(records.filter(([first]) => first === 'Obi')).toHaveLength(3);
    expect(records.at(-1)).toStrictEqual(['End of the register: 3 lines']);
  });

  it('says that there is none, instead of being empty', async () => {
    expect(recordsOf(await csvOf(answerOf([]))).slice(-2)).toStrictEqual([
      HEADERS,
      ['End of the register: 0 lines'],
    ]);
  });

  it('says so where the register changed while it was written', async () => {
    expect(recordsOf(await csvOf(answerOf([lineOf()], { total: 2 }))).at(-1)?.[0]).toContain(
      '1 lines, although there are 2',
    );
  });

  it('says so where it was not up to date, or of one authority alone', async () => {
    const csv = await csvOf(answerOf([lineOf()], { upToDate: false }));
    expect(csv).toContain('was not in it yet: take it again in a minute');
    const parts: string[] = [];
    for await (const part of placedHereCsv(pagesOf(answerOf([])), { ...MADE, onlyFrom: 'Croydon' }))
      parts.push(part);
    expect(parts.join('')).toContain('Only those placed by Croydon');
  });

  it('runs no formula and no command that somebody typed for a name', async () => {
    const cells = recordsOf(await csvOf(answerOf(hostileLines))).flat();
    expect(cells.filter((cell) => /^[\s\p{C}\p{Z}]*[=+\-@＝]/u.test(cell))).toStrictEqual([]);
    expect(cells.filter((cell) => cell === "'=cmd|' /C calc'!A0")).toHaveLength(5);
  });

  it('breaks off without its last line where the exchange goes away meanwhile', async () => {
    async function* failing(): AsyncGenerator<PlacedHereAnswer> {
      yield await Promise.resolve(answerOf([lineOf()], { total: 2, next: 'x' }));
      throw new Error('away');
    }
    let written = '';
    const writing = (async () => {
      for await (const part of placedHereCsv(failing(), MADE)) written += part;
    })();
    await expect(writing).rejects.toThrow('away');
    expect(written).not.toContain('End of the register');
  });

  it('hands out each page before it takes the next: no more than one is held', async () => {
    const taken: string[] = [];
    async function* slowly(): AsyncGenerator<PlacedHereAnswer> {
      taken.push('first');
      yield await Promise.resolve(answerOf([lineOf()], { total: 2, next: 'x' }));
      taken.push('second');
      yield answerOf([lineOf()], { total: 2 });
    }
    const parts = placedHereCsv(slowly(), MADE);
    await parts.next();
    await parts.next();
    expect(taken).toStrictEqual(['first']);
    await parts.return(undefined);
  });
});

describe('the register as a workbook, opened again', () => {
  it('has the same lines as the CSV file, with days as days', async () => {
    const [sheet] = await workbookOf(answerOf([lineOf()]));
    expect(sheet?.name).toBe('Placed here on 2026-11-22');
    const dates = { 2: '40669', 7: '46083', 16: '46205.020833' };
    const [headers = [], cells = []] = sheet?.rows ?? [];
    expect(headers).toStrictEqual(HEADERS);
    // an Excel day counts from 30 December 1899; the time is that of a clock in London
    expect([cells[2], cells[7], cells[16]?.slice(0, 12)]).toStrictEqual(Object.values(dates));
    expect(cells.filter((_, at) => !Object.hasOwn(dates, at))).toStrictEqual(
      CELLS.filter((_, at) => !Object.hasOwn(dates, at)),
    );
  });

  it('says on a sheet of its own of which day it is, from whom it came and how fresh it was', async () => {
    const [, about] = await workbookOf(answerOf([lineOf()]));
    expect(about?.name).toBe('About this register');
    expect(about?.rows.flat()).toStrictEqual([...ABOUT, 'End of the register: 1 line']);
  });

  it('holds no formula, and no text that becomes one when it is saved as CSV', async () => {
    const sheets = await workbookOf(answerOf(hostileLines));
    expect(sheets.map(({ xml }) => /<f[ >]/.test(xml))).toStrictEqual([false, false]);
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => /^[\s\p{C}\p{Z}]*[=+\-@＝]/u.test(cell))).toStrictEqual([]);
    expect(cells.filter((cell) => cell === "'=cmd|' /C calc'!A0")).toHaveLength(5);
  });

  it('can be opened where somebody typed more than a cell holds', async () => {
    const [sheet] = await workbookOf(answerOf([lineOf({ localId: 'x'.repeat(40_000) })]));
    expect(Math.max(...(sheet?.rows.flat().map(({ length }) => length) ?? []))).toBe(32_767);
  });
});
