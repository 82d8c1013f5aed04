import { episodesOf, startTextOf } from './episodes';
import { BRENT, CROYDON, episode, fact } from './picture.fixture';

const elsewhere = { recordRef: 'record-2', owner: CROYDON, source: CROYDON };
const seen = (id: string, lastSeen: object, more: object = {}) =>
  fact(`missing-${id}`, 'MissingReported', { lastSeen, alreadyOver: false }, more);

describe('missing episodes in what a reader sees', () => {
  it('are open until the child was found, or the episode closed', () => {
    const states = episodesOf([
      ...episode('a', '2026-03-01'),
      ...episode('b', '2026-03-02', '2026-03-03'),
      ...episode('c', '2026-03-04'),
      fact('missing-c', 'MissingClosed', { turnedEighteenOn: '2026-03-20' }),
    ]);
    expect(states.map(({ state }) => state)).toStrictEqual(['open', 'ended', 'closed']);
  });

  it('are one where several authorities tell of the same day, and over once one of them says so', () => {
    const [one, ...others] = episodesOf([
      seen('a', { at: '2026-03-01T23:30:00.000Z' }),
      seen('b', { on: '2026-03-01' }, elsewhere),
      fact('missing-b', 'MissingFound', { when: { on: '2026-03-02' } }, elsewhere),
    ]);
    expect(others).toStrictEqual([]);
    expect(one).toMatchObject({ startedOn: '2026-03-01', state: 'ended' });
    expect(one && startTextOf(one)).toBe('2026-03-01T23:30:00.000Z');
  });

  it('are two where one record tells of two on one day', () => {
    expect(
      episodesOf([...episode('a', '2026-03-01', '2026-03-01'), ...episode('b', '2026-03-01')]),
    ).toHaveLength(2);
  });

  it('begin on the London day: half past eleven at night in summer time is the day after in UTC', () => {
    const [one] = episodesOf([seen('a', { at: '2026-03-29T23:30:00.000Z' })]);
    expect(one?.startedOn).toBe('2026-03-30');
  });

  it('begin and end as corrected, and are not there once recalled', () => {
    const corrected = { lastSeen: { on: '2026-02-27' }, end: { when: { on: '2026-02-28' } } };
    const [one] = episodesOf([
      ...episode('a', '2026-03-01', '2026-03-02'),
      fact('missing-a', 'MissingCorrected', { fields: ['lastSeen', 'end'], ...corrected }),
    ]);
    expect(one).toMatchObject({ startedOn: '2026-02-27', notices: [{ ended: { on: '2026-02-28' } }] });
    const recalled = [...episode('b', '2026-03-01'), fact('missing-b', 'MissingWithdrawn', {})];
    expect(episodesOf(recalled)).toStrictEqual([]);
  });

  it('are not called open for whoever is no longer told', () => {
    const corrected = fact('missing-a', 'MissingCorrected', {}, { toldAs: 'previous-host' });
    expect(episodesOf([...episode('a', '2026-03-01'), corrected])[0]?.state).toBe('no-longer-told');
  });

  it('are left out where not even the day is for the reader to see', () => {
    expect(episodesOf([fact('missing-a', 'MissingReported', {}, { source: BRENT })])).toStrictEqual([]);
  });
});
