import { fromEpochMs, isCivilDate, londonDateOf, londonTimeOf, startOfLondonDay, toEpochMs } from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;
const WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ -](\d{4})$/;
const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/;
const MINUTE_MS = 60_000;

const dated = (year: string, month: number, day: string): CivilDate | undefined => {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
};

/** `3/3/2025`, `3 March 2025` and `2025-03-03` as a date; undefined for what is none. */
export const dayTyped = (typed: string): CivilDate | undefined => {
  const text = typed.trim().toLowerCase();
  if (isCivilDate(text)) return text;
  const [, day = '', month = '', year = ''] = NUMBERS.exec(text) ?? [];
  if (year !== '') return dated(year, Number(month), day);
  const [, dayToo = '', name = '', yearToo = ''] = WORDS.exec(text) ?? [];
  return yearToo === '' ? undefined : dated(yearToo, MONTHS.indexOf(name.slice(0, 3)) + 1, dayToo);
};

const hourOf = (hour: number, half: string): number => {
  if (half === '') return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
};

/** `2:14am`, `2.14 pm`, `14:30`, `midday` as `HH:mm`; undefined for what is no time of day. */
export const timeTyped = (typed: string): string | undefined => {
  const text = typed.trim().toLowerCase();
  if (text === 'midnight') return '00:00';
  if (text === 'midday' || text === 'noon') return '12:00';
  const match = CLOCK.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const hour = hourOf(Number(match[1]), match[3] ?? '');
  const minute = Number(match[2] ?? '0');
  if (!(hour < 24) || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** The instant at which a clock in London shows this on that day; undefined where it never does. */
export const instantTyped = (day: string, time: string): Instant | undefined => {
  const date = dayTyped(day);
  const clock = timeTyped(time);
  if (date === undefined || clock === undefined) return undefined;
  const [hours = '0', minutes = '0'] = clock.split(':');
  const sinceMidnight = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  // an hour off at most, on the two days on which the clocks change
  return [0, -60, 60]
    .map((off) => fromEpochMs(toEpochMs(startOfLondonDay(date)) + sinceMidnight + off * MINUTE_MS))
    .find((instant) => londonDateOf(instant) === date && londonTimeOf(instant) === clock);
};
