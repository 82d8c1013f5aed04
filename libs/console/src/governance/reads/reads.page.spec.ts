import { readsAsked, readsPage, readsWanted } from './reads.page';

const read = {
  ...{ at: '2026-11-22T02:14:00.000Z', authority: 'E09000007', authorityName: 'Camden', owner: 'E09000008' },
  ...{ basis: 'Told of the child by law', source: 'Children Act 2004, s 11', inList: false, told: true },
  ...{
    person: 'p-1',
    purpose: 'section-47',
    recordRef: 'abcdefgh1234',
    role: 'mash',
    what: 'child-chronology',
  },
};

describe('the filter of the ledger', () => {
  it('is what the exchange takes: a day begins at midnight in London', () => {
    const asked = readsAsked({ since: '1/7/2026', by: 'E09000007', scope: 'our-people', recordRef: '' });
    expect(readsWanted(asked)).toEqual({
      ...{ scope: 'our-people', by: 'E09000007', since: '2026-06-30T23:00:00.000Z' },
    });
  });

  it.each([
    [{ since: 'soon' }, 'since'],
    [{ recordRef: 'Ada Obi' }, 'recordRef'],
  ])('says what is wrong with %o', (query, field) => {
    expect(Object.keys(readsAsked(query).faults?.of ?? {})).toEqual([field]);
  });

  it('takes a list for nothing', () => {
    expect(readsAsked({ by: ['a', 'b'] }).entries.by).toBe('');
  });
});

describe('the ledger as a page', () => {
  it('tells who, what, why and on which basis, and leads on to the one record', () => {
    const { table } = readsPage({ reads: [read] }, readsAsked({}));
    expect(table.rows).toEqual([
      [
        { lines: [{ when: read.at }] },
        { lines: ['Camden', 'MASH', { mono: 'p-1' }] },
        { lines: ['Chronology of the child', { hint: 'the owner was told of it' }] },
        {
          lines: [
            'Enquiry under section 47 of the Children Act 1989',
            { hint: 'Told of the child by law (Children Act 2004, s 11)' },
          ],
        },
        {
          lines: [
            {
              text: 'abcdefgh1234',
              href: '/console/governance/reads?scope=our-records&recordRef=abcdefgh1234',
              about: 'only this record',
            },
          ],
        },
      ],
    ]);
  });

  it('keeps the filter on the way to older pages, and to the file', () => {
    const page = readsPage({ reads: [read], next: 'c2' }, readsAsked({ by: 'E09000007' }));
    expect([page.links, page.csv]).toEqual([
      { next: '/console/governance/reads?scope=our-records&by=E09000007&cursor=c2' },
      '/console/governance/reads.csv?scope=our-records&by=E09000007',
    ]);
  });
});
