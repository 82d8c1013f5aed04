import { howLong } from './missing.page';

const NOW = '2026-11-22T02:30:00.000Z';

describe('how long somebody has been missing', () => {
  it.each([
    [{ startedAt: '2026-11-22T01:15:00.000Z' }, '1 hour'],
    [{ startedAt: '2026-11-19T02:00:00.000Z' }, '3 days'],
    [{ startedAt: '2026-11-20' }, 'about 2 days'],
    [{ startedAt: '2026-11-22' }, 'less than a day'],
    [{ startedAt: '2026-11-01T02:00:00.000Z', endedAt: '2026-11-01T07:30:00.000Z' }, '5 hours'],
    [{ startedAt: '2026-11-01T02:00:00.000Z', endedAt: '2026-11-04' }, 'about 3 days'],
  ])('tells %j as %s', (line, words) => {
    expect(howLong(line, NOW)).toBe(words);
  });
});
