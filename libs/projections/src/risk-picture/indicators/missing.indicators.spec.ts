import { CROYDON, countOf, episode, fact, picture } from '../picture.fixture';
import { missingEpisodes, trendOf } from './missing-episodes.indicator';
import { openMissingEpisode } from './open-missing-episode.indicator';

const LAST = (days: number): string => `began in the last ${String(days)} days`;

describe('how often a child went missing', () => {
  it.each([
    ['2026-03-31', 30, 1],
    ['2026-03-02', 30, 1],
    ['2026-03-01', 30, undefined],
    ['2026-04-01', 30, undefined],
    ['2026-01-01', 90, 1],
    ['2025-12-31', 90, 0],
    ['2025-04-01', 365, 1],
    ['2025-03-31', 365, undefined],
  ])('an episode of %s counts in the last %i days: %s', (on, days, expected) => {
    const counted = countOf(missingEpisodes, picture(episode('a', on)), LAST(days));
    // one that began in the year is shown with all windows, an older one not at all
    expect(counted ?? 0).toBe(expected ?? 0);
  });

  it.each([
    [2, 0, 'rising'],
    [1, 0, 'no clear change'],
    [3, 1, 'rising'],
    [3, 2, 'no clear change'],
    [1, 3, 'falling'],
    [2, 3, 'no clear change'],
    [0, 0, 'no clear change'],
  ])('%i in the last 90 days after %i in those before is %s', (recent, earlier, trend) => {
    expect(trendOf(recent, earlier)).toBe(trend);
  });

  it('counts each window on its own, and adds up none', () => {
    const facts = ['2026-03-31', '2026-03-10', '2026-01-20', '2025-11-01', '2025-05-01'].flatMap((on, at) =>
      episode(String(at), on, on),
    );
    expect(missingEpisodes.of(picture(facts)).values).toStrictEqual([
      { label: LAST(30), count: 2 },
      { label: LAST(90), count: 3 },
      { label: LAST(365), count: 5 },
      { label: 'began in the 90 days before the last 90', count: 1 },
      { label: 'trend', text: 'rising' },
    ]);
  });

  it('is none where none began in the year, however many before', () => {
    expect(missingEpisodes.of(picture(episode('a', '2025-03-31')))).toMatchObject({
      state: 'none',
      values: [],
    });
  });

  it('rests on the facts of the episodes that it counts', () => {
    const [old, recent] = [episode('a', '2024-01-01'), episode('b', '2026-03-01')];
    expect(missingEpisodes.of(picture([...old, ...recent])).facts).toStrictEqual(recent);
  });
});

describe('missing now', () => {
  it('names who reported it and when the child was last seen', () => {
    const facts = [...episode('a', '2026-01-01', '2026-01-02'), ...episode('b', '2026-03-30')];
    expect(openMissingEpisode.of(picture(facts))).toStrictEqual({
      state: 'found',
      says: 'Missing now, as far as is on record.',
      values: [{ label: 'last seen', on: '2026-03-30', text: 'reported by Hackney' }],
      facts: facts.slice(2),
    });
  });

  it('is none once the child was found', () => {
    expect(openMissingEpisode.of(picture(episode('a', '2026-03-29', '2026-03-30'))).state).toBe('none');
  });

  it('is not known to an authority that is no longer told', () => {
    const corrected = fact('missing-a', 'MissingCorrected', {}, { toldAs: 'previous-host', source: CROYDON });
    expect(openMissingEpisode.of(picture([...episode('a', '2026-03-01'), corrected])).state).toBe(
      'not-known',
    );
  });
});
