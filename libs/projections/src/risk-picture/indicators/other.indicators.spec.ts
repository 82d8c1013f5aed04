import { BRENT, CROYDON, fact, picture, record, textsOf } from '../picture.fixture';
import { coOccurrence, suppressed } from './co-occurrence.indicator';
import { daysToEighteen, eighteenOn } from './days-to-eighteen.indicator';
import { unacknowledgedNotices } from './unacknowledged-notices.indicator';

describe('days to eighteen', () => {
  const born = (dateOfBirth: string) =>
    daysToEighteen.of(picture([], { records: [record({ dateOfBirth })] }));

  it.each([
    ['2008-04-01', { label: 'days to eighteen', count: 1, on: '2026-04-01' }],
    ['2008-03-31', { label: 'turns eighteen today', on: '2026-03-31' }],
    ['2008-03-30', { label: 'turned eighteen', on: '2026-03-30' }],
    ['2009-03-31', { label: 'days to eighteen', count: 365, on: '2027-03-31' }],
  ])('of a child born on %s', (dateOfBirth, expected) => {
    expect(born(dateOfBirth).values).toStrictEqual([{ ...expected, text: 'as told by Hackney' }]);
  });

  it('count to the first of March for a child born on 29 February', () => {
    expect(eighteenOn('2008-02-29')).toBe('2026-03-01');
  });

  it('show both days where records disagree, and add up nothing', () => {
    const records = [
      record({ dateOfBirth: '2009-05-14' }),
      record({ recordRef: 'record-2', owner: CROYDON, dateOfBirth: '2009-05-15' }),
    ];
    const { says, values } = daysToEighteen.of(picture([], { records }));
    expect(says).toBe('The records do not agree on the date of birth.');
    expect(values.map(({ on }) => on)).toStrictEqual(['2027-05-14', '2027-05-15']);
  });

  it('are not known without a date of birth', () => {
    expect(daysToEighteen.of(picture([])).state).toBe('not-known');
  });
});

describe('the same areas as other children', () => {
  it.each([
    [0, 'fewer than five, or none'],
    [1, 'fewer than five, or none'],
    [4, 'fewer than five, or none'],
    [5, 'at least 5'],
    [9, 'at least 5'],
    [10, 'at least 10'],
  ])('%i records are told as "%s"', (records, words) => {
    expect(suppressed(records)).toBe(words);
  });

  it('say an area, words and no fact of another child', () => {
    const areaCounts = [{ area: BRENT, what: 'missing', records: 3 }] as const;
    expect(coOccurrence.of(picture([], { areaCounts }))).toStrictEqual({
      state: 'found',
      says: 'Children of other authorities whose notices name the same areas.',
      values: [
        {
          label: 'missing, and may head for, were seen or were found in Brent',
          text: 'fewer than five, or none',
        },
      ],
      facts: [],
    });
  });

  it('are not known where no area was named, nor for the past', () => {
    expect(coOccurrence.of(picture([])).state).toBe('not-known');
    expect(coOccurrence.of(picture([], { isPast: true })).state).toBe('not-known');
  });
});

describe('notices without an answer', () => {
  it('name who owes it, since when and by when', () => {
    const told = fact('missing-a', 'MissingReported', {});
    const unacknowledged = [{ fact: told, owedBy: BRENT, targetAt: '2026-03-30T10:00:00.000Z' }];
    const finding = unacknowledgedNotices.of(picture([told], { unacknowledged }));
    expect(finding.facts).toStrictEqual([told]);
    expect(finding.values[0]).toMatchObject({ label: 'Brent', on: '2026-03-30T09:00:00.000Z' });
    expect(textsOf(finding)).toStrictEqual(['MissingReported; to be answered by 2026-03-30T10:00:00.000Z']);
  });

  it('are none where all were answered, and not known where nothing is on record of one who never posts', () => {
    expect(unacknowledgedNotices.of(picture([fact('missing-a', 'MissingReported', {})])).state).toBe('none');
    expect(unacknowledgedNotices.of(picture([], { feedOf: () => 'never-posted' })).state).toBe('not-known');
  });
});
