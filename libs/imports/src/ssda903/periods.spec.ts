import { episode } from './episode.fixture';
import { periodOn, periodsOf } from './periods';
import type { EpisodeRow } from './rows';

const shown = (...episodes: readonly EpisodeRow[]) =>
  periodsOf(episodes).map(({ start, end = 'open', startReason, endReason, lines, overlaps }) =>
    [start, end, startReason, endReason || '-', lines.join('+'), overlaps ? 'overlaps' : ''].join(' ').trim(),
  );

describe('periods of placement', () => {
  it('go on through a change of legal status alone', () => {
    expect(
      shown(
        episode({ line: 5, start: '2024-07-01', reason: 'L', legalStatus: 'E1' }),
        episode({ line: 2, end: '2024-06-01', ceased: 'X1' }),
        episode({ line: 9, start: '2024-06-01', reason: 'L', end: '2024-07-01', ceased: 'X1' }),
      ),
    ).toStrictEqual(['2024-05-01 open S - 2+9+5']);
  });

  it.each(['P', 'T', 'B', 'U', 'S'])('begin anew with reason %s, where the last one ends', (reason) => {
    expect(
      shown(
        episode({ end: '2024-06-01', ceased: 'X1' }),
        episode({ line: 3, start: '2024-06-01', reason, end: '2024-06-20', ceased: 'E4A' }),
      ),
    ).toStrictEqual(['2024-05-01 2024-06-01 S X1 2', `2024-06-01 2024-06-20 ${reason} E4A 3`]);
  });

  it('may begin with a change of legal status when the return begins with it', () => {
    expect(shown(episode({ reason: 'L' }))).toStrictEqual(['2024-05-01 open L - 2']);
  });

  it.each([
    ['the place', { place: 'K2' }],
    ['the postcode', { postcode: 'SE1 1AA' }],
  ])('begin anew when %s changed although only the legal status is said to have', (_, change) => {
    expect(
      shown(
        episode({ end: '2024-06-01', ceased: 'X1' }),
        episode({ line: 3, start: '2024-06-01', reason: 'L', ...change }),
      ),
    ).toStrictEqual(['2024-05-01 2024-06-01 S X1 2', '2024-06-01 open L - 3']);
  });

  it('end where the row that went on with them was left out', () => {
    expect(
      shown(
        episode({ end: '2024-06-01', ceased: 'X1' }),
        episode({ line: 4, start: '2024-07-01', reason: 'L' }),
      ),
    ).toStrictEqual(['2024-05-01 2024-06-01 S X1 2', '2024-07-01 open L - 4']);
  });

  it.each([
    ['never ended', ''],
    ['ended later', '2024-08-01'],
  ])('end where the next begins although the episode %s', (_, end) => {
    expect(shown(episode({ end }), episode({ line: 3, start: '2024-06-01', reason: 'P' }))).toStrictEqual([
      '2024-05-01 2024-06-01 S - 2 overlaps',
      '2024-06-01 open P - 3',
    ]);
  });

  it('of one day are in the order in which they ended', () => {
    expect(
      shown(
        episode({ line: 2, reason: 'P' }),
        episode({ line: 3, reason: 'T', end: '2024-05-01', ceased: 'X1', place: 'T1' }),
      ),
    ).toStrictEqual(['2024-05-01 2024-05-01 T X1 3', '2024-05-01 open P - 2']);
  });

  it('are none without episodes', () => {
    expect(periodsOf([])).toStrictEqual([]);
  });
});

describe('the placement of a day', () => {
  const periods = periodsOf([
    episode({ line: 2, end: '2024-06-01', ceased: 'X1' }),
    episode({ line: 3, start: '2024-06-01', reason: 'P', end: '2024-06-20', ceased: 'E4A' }),
  ]);

  it.each([
    ['2024-04-30', undefined],
    ['2024-05-01', 2],
    ['2024-06-01', 3],
    ['2024-06-20', 3],
    ['2024-06-21', undefined],
  ])('%s', (day, line) => {
    expect(periodOn(periods, day)?.first.line).toBe(line);
  });
});
