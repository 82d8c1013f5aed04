import { readEpisodeRow, readHeaderRow, readMissingRow } from './read-row';
import type { Checked } from './read-row';
import type { EpisodeColumn, HeaderColumn, MissingColumn } from './rows';

const HEADER: Readonly<Record<HeaderColumn, string>> = {
  CHILD: '4711',
  SEX: '1',
  DOB: '28/06/2007',
  ETHNIC: 'bafr',
  UPN: 'B306583420428',
};
const EPISODE: Readonly<Record<EpisodeColumn, string>> = {
  CHILD: '4711',
  DECOM: '19/09/2024',
  RNE: 'S',
  LS: 'V2',
  CIN: 'N8',
  PLACE: 'K3',
  PLACE_PROVIDER: 'PR4',
  DEC: '20/09/2024',
  REC: 'X1',
  REASON_PLACE_CHANGE: 'CARPL',
  HOME_POST: 'se13 5ae',
  PL_POST: 'CR0 7UD',
  URN: '9351205',
  PL_LA: '',
};
const MISSING: Readonly<Record<MissingColumn, string>> = {
  CHILD: '4711',
  DOB: '28/06/2007',
  MISSING: 'M',
  MIS_START: '26/10/2024',
  MIS_END: '27/10/2024',
};
const header = (change: Partial<typeof HEADER> = {}) =>
  readHeaderRow({ line: 9, values: { ...HEADER, ...change } });
const episode = (change: Partial<typeof EPISODE> = {}) =>
  readEpisodeRow({ line: 9, values: { ...EPISODE, ...change } });
const missing = (change: Partial<typeof MISSING> = {}) =>
  readMissingRow({ line: 9, values: { ...MISSING, ...change } });
const faultsOf = (checked: Checked<unknown>) =>
  'faults' in checked
    ? checked.faults.map(({ column, value, kind, dfeRule }) => [column, value, kind, dfeRule].join('|'))
    : [];

describe('a good row', () => {
  it('of the header is read, older codes of sex as the newer ones', () => {
    expect(header()).toStrictEqual({
      row: {
        file: 'header',
        line: 9,
        child: '4711',
        sex: 'M',
        dateOfBirth: '2007-06-28',
        ethnicity: 'BAFR',
        upn: 'B306583420428',
      },
    });
  });

  it('of the episodes is read', () => {
    expect(episode()).toStrictEqual({
      row: {
        file: 'episodes',
        line: 9,
        child: '4711',
        start: '2024-09-19',
        end: '2024-09-20',
        reason: 'S',
        legalStatus: 'V2',
        need: 'N8',
        place: 'K3',
        provider: 'PR4',
        ceased: 'X1',
        changeReason: 'CARPL',
        homePostcode: 'SE13 5AE',
        postcode: 'CR0 7UD',
        urn: '9351205',
        authority: '',
      },
    });
  });

  it('of the missing episodes is read', () => {
    expect(missing({ MIS_END: '' })).toStrictEqual({
      row: { file: 'missing', line: 9, child: '4711', kind: 'M', start: '2024-10-26', end: '' },
    });
  });

  it.each([
    ['an open episode', episode({ DEC: '', REC: '', REASON_PLACE_CHANGE: '' })],
    ['an episode of no days', episode({ DEC: '19/09/2024' })],
    ['a temporary placement without provider', episode({ PLACE: 'T1', PLACE_PROVIDER: '' })],
    ['no ethnicity', header({ ETHNIC: '' })],
    ['missing without date of birth', missing({ DOB: '' })],
  ])('may be %s', (_, checked) => {
    expect(faultsOf(checked)).toStrictEqual([]);
  });
});

describe('a row is refused', () => {
  it.each([
    ['blank child', header({ CHILD: '' }), 'CHILD||blank child|'],
    ['blank child', episode({ CHILD: '' }), 'CHILD||blank child|'],
    ['blank child', missing({ CHILD: '' }), 'CHILD||blank child|'],
    ['not a date', header({ DOB: 'notadate' }), 'DOB|notadate|not a date|102'],
    ['not a date', header({ DOB: '' }), 'DOB||not a date|102'],
    ['not a date', episode({ DECOM: '31/02/2024' }), 'DECOM|31/02/2024|not a date|141'],
    ['not a date', episode({ DEC: 'x' }), 'DEC|x|not a date|147'],
    ['not a date', missing({ DOB: 'x' }), 'DOB|x|not a date|102'],
    ['not a date', missing({ MIS_START: '' }), 'MIS_START||not a date|1004'],
    ['not a date', missing({ MIS_END: 'x' }), 'MIS_END|x|not a date|1005'],
    ['unknown code', header({ SEX: '3' }), 'SEX|3|unknown code|101'],
    ['unknown code', header({ ETHNIC: 'WHIT' }), 'ETHNIC|WHIT|unknown code|103'],
    ['unknown code', episode({ RNE: 'Q' }), 'RNE|Q|unknown code|143'],
    ['unknown code', episode({ LS: 'C9' }), 'LS|C9|unknown code|144'],
    ['unknown code', episode({ CIN: 'N9' }), 'CIN|N9|unknown code|145'],
    ['unknown code', episode({ PLACE: '' }), 'PLACE||unknown code|146'],
    ['unknown code', episode({ PLACE_PROVIDER: 'PR9' }), 'PLACE_PROVIDER|PR9|unknown code|178'],
    ['unknown code', episode({ REC: 'E99' }), 'REC|E99|unknown code|149'],
    ['unknown code', episode({ REASON_PLACE_CHANGE: 'X' }), 'REASON_PLACE_CHANGE|X|unknown code|1009'],
    ['unknown code', missing({ MISSING: 'Z' }), 'MISSING|Z|unknown code|1006'],
    ['end before start', episode({ DEC: '18/09/2024' }), 'DEC|18/09/2024|end before start|356'],
    ['end before start', missing({ MIS_END: '25/10/2024' }), 'MIS_END|25/10/2024|end before start|567'],
  ])('for %s', (_, checked, fault) => {
    expect(faultsOf(checked)).toStrictEqual([fault]);
  });

  it('with every fault named, and a sentence on how to mend each', () => {
    const checked = episode({ CHILD: '', RNE: 'Q', DEC: 'x' });
    expect(faultsOf(checked)).toStrictEqual([
      'CHILD||blank child|',
      'RNE|Q|unknown code|143',
      'DEC|x|not a date|147',
    ]);
    expect('faults' in checked && checked.faults.map(({ rule, mend }) => [rule, mend])).toStrictEqual([
      [
        'imports/blank-child',
        'Write the local identifier of the child in this row; without it nobody knows whom it is about.',
      ],
      ['imports/unknown-code', 'Use one of the codes of the return for RNE: S L P T B U.'],
      [
        'imports/not-a-date',
        'Write DEC as a date that exists, day first, e.g. 31/03/2025, or leave it empty.',
      ],
    ]);
  });

  it('without showing more of a value than is needed to find it', () => {
    expect(faultsOf(header({ SEX: 'x'.repeat(100) }))).toStrictEqual([
      `SEX|${'x'.repeat(40)}|unknown code|101`,
    ]);
  });
});
