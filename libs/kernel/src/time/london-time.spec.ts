import { createHash } from 'node:crypto';
import oracle from '../../../../test/oracle/calendar-oracle.json';
import { addDays, addHours, isCivilDate, isInstant } from './civil-date';
import {
  endOfLondonDay,
  londonDateOf,
  londonOffsetHours,
  londonTimeOf,
  startOfLondonDay,
} from './london-time';
import { BANK_HOLIDAYS_KNOWN_UNTIL, workingDaysAfter } from './working-days';

const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

const hoursOf = (month: string): string[] => {
  const lines: string[] = [];
  for (let at = `${month}-01T00:00:00.000Z`; at.startsWith(month); at = addHours(at, 1))
    lines.push(`${at} ${londonDateOf(at)} ${londonTimeOf(at)}`);
  return lines;
};

const workingDaysOf = (date: string): string => {
  if (date > BANK_HOLIDAYS_KNOWN_UNTIL) return 'beyond';
  const shown = [1, 5, 10, 15].map((count) => workingDaysAfter(date, count));
  return shown.map((due) => (due.provisional ? 'beyond' : due.date)).join(' ');
};

const daysOf = (month: string): string[] => {
  const lines: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1))
    lines.push(`${day} ${startOfLondonDay(day)} ${workingDaysOf(day)}`);
  return lines;
};

describe('London time beside an independent oracle, 2024 to 2035', () => {
  it.each(Object.entries(oracle))('agrees on every hour and day of %s', (month, expected) => {
    expect({ hours: digest(hoursOf(month)), days: digest(daysOf(month)) }).toEqual(expected);
  });

  it('would notice one hour that is off', () => {
    const spoilt = hoursOf('2026-03').map((line, i) => (i === 700 ? line.replace(/\d$/, '9') : line));
    expect(digest(spoilt)).not.toBe(oracle['2026-03'].hours);
  });
});

describe('clock changes', () => {
  it('begins summer time at 01:00 GMT on the last Sunday of March', () => {
    expect(londonOffsetHours('2026-03-29T00:59:59.999Z')).toBe(0);
    expect(londonOffsetHours('2026-03-29T01:00:00.000Z')).toBe(1);
  });

  it('ends summer time at 01:00 GMT on the last Sunday of October', () => {
    expect(londonOffsetHours('2026-10-25T00:59:59.999Z')).toBe(1);
    expect(londonOffsetHours('2026-10-25T01:00:00.000Z')).toBe(0);
  });

  it('gives the long day in October 25 hours', () => {
    expect(startOfLondonDay('2026-10-25')).toBe('2026-10-24T23:00:00.000Z');
    expect(endOfLondonDay('2026-10-25')).toBe('2026-10-26T00:00:00.000Z');
  });
});

describe('dates and instants that do not exist', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-04-31', '2026-1-01', ''])('refuses the date "%s"', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it.each(['2026-01-01T24:00:00Z', '2026-01-01T10:00:00', '2026-02-30T10:00:00Z', '2026-01-01'])(
    'refuses the instant "%s"',
    (text) => {
      expect(isInstant(text)).toBe(false);
    },
  );
});
