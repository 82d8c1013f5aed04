import {
  certainFrom,
  dayOf,
  earliestOf,
  isAhead,
  isBefore,
  isHistory,
  wholeHoursBetween,
} from './missing.moment';

describe('a moment, known to the minute or to the day', () => {
  it('lies on the London day that people lived, also late on a summer evening', () => {
    expect(dayOf({ at: '2026-06-30T23:30:00.000Z' })).toBe('2026-07-01');
    expect(dayOf({ at: '2026-01-30T23:30:00.000Z' })).toBe('2026-01-30');
    expect(dayOf({ on: '2026-06-30' })).toBe('2026-06-30');
  });

  it('of a date may be any instant of that London day', () => {
    expect(earliestOf({ on: '2026-07-01' })).toBe('2026-06-30T23:00:00.000Z');
    expect(certainFrom({ on: '2026-07-01' })).toBe('2026-07-01T23:00:00.000Z');
  });

  it.each([
    ['the day on which the clocks go forward', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['the day on which they go back', '2026-10-25', '2026-10-26T00:00:00.000Z'],
  ])('%s ends where London says', (_, on, end) => {
    expect(certainFrom({ on })).toBe(end);
  });

  it('is before another only where no reading could put them the other way round', () => {
    const date = { on: '2026-03-10' };
    expect(isBefore({ at: '2026-03-10T10:00:00.000Z' }, { at: '2026-03-10T10:00:00.001Z' })).toBe(true);
    expect(isBefore({ at: '2026-03-10T10:00:00.000Z' }, { at: '2026-03-10T10:00:00.000Z' })).toBe(false);
    expect(isBefore({ at: '2026-03-09T23:59:59.999Z' }, date)).toBe(true);
    expect(isBefore({ at: '2026-03-10T00:00:00.000Z' }, date)).toBe(false);
    expect(isBefore(date, { at: '2026-03-10T00:00:00.000Z' })).toBe(false);
    expect(isBefore(date, { on: '2026-03-10' })).toBe(false);
    expect(isBefore(date, { on: '2026-03-11' })).toBe(true);
  });

  it('of today is not ahead, of tomorrow in London it is', () => {
    const lateInSummer = '2026-06-30T23:30:00.000Z';
    expect(isAhead({ on: '2026-07-01' }, lateInSummer)).toBe(false);
    expect(isAhead({ on: '2026-07-02' }, lateInSummer)).toBe(true);
  });

  it('is history once more than seven days have passed since it certainly happened', () => {
    const at = '2026-03-10T10:00:00.000Z';
    expect(isHistory({ at }, '2026-03-17T10:00:00.000Z')).toBe(false);
    expect(isHistory({ at }, '2026-03-17T10:00:00.001Z')).toBe(true);
    expect(isHistory({ on: '2026-03-10' }, '2026-03-18T00:00:00.000Z')).toBe(false);
    expect(isHistory({ on: '2026-03-10' }, '2026-03-18T00:00:00.001Z')).toBe(true);
  });

  it('counts elapsed hours over a change of the clocks, and none where a time is not known', () => {
    const from = { at: '2026-03-28T22:00:00.000Z' };
    expect(wholeHoursBetween(from, { at: '2026-03-31T21:59:59.999Z' })).toBe(71);
    expect(wholeHoursBetween(from, { at: '2026-03-31T22:00:00.000Z' })).toBe(72);
    expect(wholeHoursBetween(from, { on: '2026-03-31' })).toBeUndefined();
  });
});
