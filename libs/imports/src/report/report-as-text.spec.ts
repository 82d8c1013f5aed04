import type { ImportReport } from './import-report';
import { reportAsText } from './report-as-text';

const report: ImportReport = {
  authority: 'E09000008',
  year: 2025,
  dryRun: false,
  postcodesLoaded: 331_981,
  files: {
    header: { file: 'header.csv', rows: 1200, posted: 700, unchanged: 0, notForExchange: 499, refused: 1 },
    episodes: { file: 'episodes.csv', rows: 90, posted: 60, unchanged: 10, notForExchange: 20, refused: 0 },
  },
  commands: { 'placement/notify': 1000, 'placement/end': 7 },
  repeated: 3,
  refusals: [
    {
      file: 'header.csv',
      kindOfFile: 'header',
      row: 79,
      column: 'SEX',
      value: '3',
      kind: 'unknown code',
      rule: 'imports/unknown-code',
      dfeRule: '101',
      mend: 'Use one of the codes.',
    },
  ],
  notices: [{ file: 'episodes.csv', row: 4, kind: 'host unknown', text: 'You will be asked.' }],
  notListed: 0,
  seconds: 1.25,
};

describe('the report for people', () => {
  it('counts every row and names every refused one', () => {
    expect(reportAsText(report)).toBe(
      [
        'SSDA903 return of 2025, authority E09000008, 1.3 s',
        'Postcode table: 331,981 postcodes.',
        '',
        'file           rows  posted  unchanged  not for exchange  refused',
        'header.csv    1,200     700          0               499        1',
        'episodes.csv     90      60         10                20        0',
        '',
        'Recorded:',
        '  placement/notify  1,000',
        '  placement/end         7',
        'Recorded by an earlier run: 3',
        '',
        'Refused rows: 1',
        'header.csv  line 79  SEX  "3"  unknown code  imports/unknown-code (DfE 101)  Use one of the codes.',
        '',
        'To know: 1',
        'episodes.csv  line 4  host unknown  You will be asked.',
      ].join('\n'),
    );
  });

  it('says when nothing is new, nothing was loaded and nothing was sent', () => {
    const text = reportAsText({
      ...report,
      dryRun: true,
      postcodesLoaded: 0,
      commands: {},
      repeated: 0,
      refusals: [],
      notices: [],
      notListed: 2,
    });
    expect(text.split('\n').filter((line) => !line.includes('.csv'))).toStrictEqual([
      'SSDA903 return of 2025, authority E09000008, 1.3 s',
      'No postcode table is loaded: every host authority will be asked for.',
      '',
      'file           rows  would post  unchanged  not for exchange  refused',
      '',
      'Nothing new to tell.',
      '',
      '2 more are counted but not listed.',
    ]);
  });

  it('shows the first 200 of a long list', () => {
    const notices = Array.from({ length: 250 }, () => report.notices[0]).filter(
      (notice) => notice !== undefined,
    );
    expect(reportAsText({ ...report, notices })).toContain('… and 50 more, all in the JSON report');
  });
});
