import { agoInWords, dayInWords, exactly, lengthInWords, timeInWords, whenInWords } from './time-words';

const NOW = '2026-11-22T02:30:00.000Z';

describe('times as people say them', () => {
  it('names a day as GOV.UK writes it', () => {
    expect(dayInWords('2025-03-03')).toBe('3 March 2025');
  });

  it.each([
    ['2026-11-22T02:14:00.000Z', '2:14am'],
    ['2026-11-22T00:00:00.000Z', 'midnight'],
    ['2026-11-22T12:00:00.000Z', 'midday'],
    ['2026-11-22T00:05:00.000Z', '12:05am'],
    ['2026-11-22T17:00:00.000Z', '5pm'],
    ['2026-07-01T12:30:00.000Z', '1:30pm'],
  ])('tells %s as %s', (instant, words) => {
    expect(timeInWords(instant)).toBe(words);
  });

  it.each([
    ['2026-11-22T02:14:00.000Z', 'today at 2:14am'],
    ['2026-11-21T23:00:00.000Z', 'yesterday at 11pm'],
    ['2026-11-23T09:00:00.000Z', 'tomorrow at 9am'],
    ['2026-11-25T09:00:00.000Z', 'on Wednesday at 9am'],
    ['2026-11-15T09:00:00.000Z', 'on 15 November 2026 at 9am'],
  ])('tells %s from now as %s', (instant, words) => {
    expect(whenInWords(instant, NOW)).toBe(words);
  });

  it('takes midnight in London, not in Greenwich, for the end of a summer day', () => {
    expect(whenInWords('2026-07-01T23:30:00.000Z', '2026-07-02T06:00:00.000Z')).toBe('today at 12:30am');
  });

  it('gives the exact second and the zone', () => {
    expect(exactly('2026-11-22T02:14:09.000Z')).toBe('22 November 2026 at 02:14:09 GMT');
    expect(exactly('2026-07-01T02:14:09.000Z')).toBe('1 July 2026 at 03:14:09 BST');
  });

  it('rounds lengths down', () => {
    expect(lengthInWords(59_000)).toBe('less than a minute');
    expect(lengthInWords(60_000)).toBe('1 minute');
    expect(lengthInWords(47 * 3_600_000)).toBe('47 hours');
    expect(lengthInWords(49 * 3_600_000)).toBe('2 days');
  });

  it('tells before from after', () => {
    expect(agoInWords('2026-11-22T02:25:00.000Z', NOW)).toBe('5 minutes ago');
    expect(agoInWords('2026-11-24T03:00:00.000Z', NOW)).toBe('in 2 days');
  });
});
