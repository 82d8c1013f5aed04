import { postcodeEntry, tableLayoutOf } from './table-layout';

describe('the layout of a postcode table', () => {
  it.each([
    [
      ['pcd', 'pcd2', 'pcds', 'doterm', 'oscty', 'oslaua'],
      { postcode: 2, authority: 5, county: 4, hasHeader: true },
    ],
    [
      ['pcd7', 'pcds', 'cty25cd', 'lad25cd', 'rgn25cd'],
      { postcode: 1, authority: 3, county: 2, hasHeader: true },
    ],
    [['postcode', 'borough_gss', 'easting'], { postcode: 0, authority: 1, hasHeader: true }],
    [['postcode', 'gss_code'], { postcode: 0, authority: 1, hasHeader: true }],
    [['GSS', 'Post Code'], { postcode: 1, authority: 0, hasHeader: true }],
    [['where', 'what'], { postcode: 0, authority: 1, hasHeader: true }],
    [['CR0 7UD', 'E09000008'], { postcode: 0, authority: 1, hasHeader: false }],
  ])('of %j', (header, layout) => {
    expect(tableLayoutOf(header)).toStrictEqual(layout);
  });

  it('needs two columns', () => {
    expect(() => tableLayoutOf(['postcode'])).toThrow('two columns');
  });
});

describe('an entry of a postcode table', () => {
  const layout = { postcode: 0, authority: 1, county: 2, hasHeader: true };

  it.each([
    [
      ['cr07ud', 'E09000008', 'E99999999'],
      ['CR0 7UD', 'E09000008'],
    ],
    [
      ['AL1 3JE', 'E07000240', 'E10000015'],
      ['AL1 3JE', 'E10000015'],
    ],
    [
      ['AL1 3JE', 'E07000240', ''],
      ['AL1 3JE', 'E07000240'],
    ],
    [['IM1 1AA', 'M99999999', 'M99999999'], undefined],
    [['nonsense', 'E09000008', ''], undefined],
    [['CR0 7UD'], undefined],
  ])('of %j is %j', (cells, entry) => {
    expect(postcodeEntry(cells, layout)).toStrictEqual(entry);
  });
});
