import type { ImportReport, RowRefusal } from '@ibex/imports';
import { AskedPostcodes } from './asked-postcodes';
import { filesFault, filesIn, plainName } from './upload';
import { errorsCsv, uploadPage } from './upload.page';

const data = new Uint8Array([1]);
const file = (filename: string, bytes = data) => ({ filename, data: bytes });

const refusal: RowRefusal = {
  file: 'episodes.csv',
  kindOfFile: 'episodes',
  row: 3,
  column: 'LS',
  value: '=QQ',
  kind: 'unknown code',
  rule: 'imports/unknown-code',
  dfeRule: '411',
  mend: 'Give a code.',
};
const report: ImportReport = {
  ...{ authority: 'E09000008', dryRun: true, postcodesLoaded: 1, repeated: 0, notListed: 0, seconds: 1 },
  files: {
    episodes: { file: 'episodes.csv', rows: 1200, posted: 3, unchanged: 4, notForExchange: 1192, refused: 1 },
  },
  commands: { 'placement/notify': 2, 'missing/report': 1 },
  refusals: [refusal],
  notices: [{ file: 'episodes.csv', row: 0, kind: 'host unknown', text: 'The table does not know it.' }],
};

describe('the files of an upload', () => {
  it('are those of the field, whether one or several; an empty field is none', () => {
    expect(filesIn({ files: file('a.csv') })).toHaveLength(1);
    expect(filesIn({ files: [file('a.csv'), file('b.csv')] })).toHaveLength(2);
    expect(filesIn({ files: file('', new Uint8Array()) })).toEqual([]);
    expect(filesIn({ files: 'text' })).toEqual([]);
  });

  it.each([
    [[], 'Select the header'],
    [[file('a.csv'), file('b.csv'), file('c.csv'), file('d.csv')], 'at most 3'],
    [[file('a.exe')], 'must be CSV'],
    [[file('.csv')], 'must be CSV'],
    [[file('x/a.csv'), file('y/A.CSV')], 'different names'],
    [[file('a.csv', new Uint8Array(20 * 1024 * 1024 + 1))], 'smaller than 20 MB'],
    [[file('a.csv')], undefined],
  ])('are refused before anything is read where they cannot be a return: %#', (files, fault) => {
    const found = filesFault(files);
    expect(fault === undefined ? found : found?.includes(fault)).toBe(fault === undefined ? undefined : true);
  });

  it('have names and no paths', () => {
    expect(['../../etc/passwd.csv', 'C:\\x\\episodes.csv', 'a\u0000b.csv'].map(plainName)).toEqual([
      'passwd.csv',
      'episodes.csv',
      'a_b.csv',
    ]);
  });
});

describe('the page of an upload', () => {
  it('shows the same counts, rows and rules as the command line', () => {
    const page = uploadPage('u-1', { phase: 'checked', report });
    expect(page.report).toMatchObject({
      files: { rows: [['episodes.csv', '1,200', '3', '4', '1,192', '1']] },
      commands: [
        { text: 'New placements', many: '2' },
        { text: 'Missing episodes', many: '1' },
      ],
      total: '3 notices',
      refused: {
        rows: [
          [
            'episodes.csv, line 3',
            'LS',
            '=QQ',
            { lines: ['Unknown code', { hint: 'imports/unknown-code, DfE rule 411' }] },
            'Give a code.',
          ],
        ],
      },
      notices: { rows: [['episodes.csv', 'The table does not know it.']] },
    });
  });

  it.each([
    [{ done: 5, of: 20 }, 25],
    [{ done: 30, of: 20 }, 100],
    [{ done: 5, of: undefined }, undefined],
    [{ done: 0, of: 0 }, undefined],
  ])('has a bar as far as it has come: %j', (progress, percent) => {
    expect(uploadPage('u-1', { phase: 'checking', progress })).toMatchObject({
      isUnderWay: true,
      bar: { percent },
    });
  });

  it('gives a spreadsheet nothing to run', () => {
    expect(errorsCsv(report)).toBe(
      'file,line,column,value,what is wrong,rule,DfE rule,what to do\r\n' +
        "episodes.csv,3,LS,'=QQ,unknown code,imports/unknown-code,411,Give a code.\r\n",
    );
  });
});

describe('the exchange’s postcodes', () => {
  const asked: (readonly string[])[] = [];
  const api = {
    post: (_: string, { body }: { body: { postcodes: readonly string[] } }) => {
      asked.push(body.postcodes);
      const areas = body.postcodes.map((postcode) => ({
        postcode,
        authorities: postcode.startsWith('CA') ? ['a', 'b'] : postcode.startsWith('CR') ? ['E09000008'] : [],
      }));
      return Promise.resolve({ tableLoaded: true, areas });
    },
  };
  const postcodes = () =>
    new AskedPostcodes({ api } as unknown as ConstructorParameters<typeof AskedPostcodes>[0]);

  it('are asked for together, a hundred at a time, and never guessed', async () => {
    asked.splice(0);
    const many = Array.from({ length: 101 }, (_, at) => `CR${String(at)} 1AA`);
    const directory = postcodes();
    const found = await Promise.all(
      [...many, 'CA1 1AA', 'ZE1 1AA'].map((each) => directory.authorityOf(each)),
    );
    expect(asked.map(({ length }) => length)).toEqual([100, 3]);
    expect(found.slice(-3)).toEqual(['E09000008', undefined, undefined]);
    expect(await directory.size()).toBe(1);
  });
});
