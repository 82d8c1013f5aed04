import { resultsPage } from './results.page';

const order = {
  identifiers: { forename: 'Ada', dateOfBirth: '2011-04-05' },
  purpose: 'section-47',
  reason: 'R 1',
} as const;
const relation = { kind: 'addressee', from: '2026-03-02T09:00:00.000Z', basis: 'Host', source: 'reg 13' };

describe('what a search found', () => {
  it('is in three kinds, each in the words that the exchange allows', () => {
    const results = [
      {
        ...({ kind: 'seen', sight: 'addressee' } as const),
        ...{ n: 1, authority: 'E09000012', authorityName: 'Hackney', recordRef: 'record-1' },
        ...{ agreedOn: ['forename', 'dateOfBirth'], relations: [relation] },
      },
      { kind: 'known-to', n: 2, authority: 'E09000008', authorityName: 'Croydon', contact: '020 8000 1234' },
    ] as const;
    const { seen, pointed, asked } = resultsPage({ results }, order);
    expect(seen).toEqual([
      {
        ...{ n: 1, kind: 'seen', authorityName: 'Hackney', recordRef: 'record-1' },
        ...{ as: 'Your authority was told of this child', agreed: 'The same: first name, date of birth' },
        opens: [{ text: 'Host (reg 13)', from: '2026-03-02T09:00:00.000Z' }],
      },
    ]);
    expect(pointed).toEqual([
      { n: 2, kind: 'known-to', authorityName: 'Croydon', contact: '020 8000 1234', opens: [] },
    ]);
    expect(asked).toEqual([
      { label: 'First name', text: 'Ada' },
      { label: 'Date of birth', text: '5 April 2011' },
    ]);
  });

  it('says of a record that a link led to that nothing was the same', () => {
    const results = [
      { kind: 'seen', n: 1, authority: 'E09000012', authorityName: 'Hackney', recordRef: 'r', agreedOn: [] },
    ] as const;
    expect(resultsPage({ results }, order).seen[0]?.agreed).toBe(
      'Found by a link to another record of the child',
    );
  });
});
