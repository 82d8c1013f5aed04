import {
  fromEpochMs,
  isCivilDate,
  londonDateOf,
  londonTimeOf,
  startOfLondonDay,
  toEpochMs,
} from '@ibex/kernel';
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

type Parts = Readonly<{ day: string; month: number; year: string }>;

const inNumbers = (text: string): Parts | undefined => {
  const [, day = '', month = '', year = ''] = NUMBERS.exec(text) ?? [];
  return year === '' ? undefined : { day, month: Number(month), year };
};

const inWords = (text: string): Parts | undefined => {
  const [, day = '', name = '', year = ''] = WORDS.exec(text) ?? [];
  return year === '' ? undefined : { day, month: MONTHS.indexOf(name.slice(0, 3)) + 1, year };
};

/** `3/3/2025`, `3 March 2025` and `2025-03-03` as a date; undefined for what is none. */
export const dayTyped = (typed: string): CivilDate | undefined => {
  const text = typed.trim().toLowerCase();
  if (isCivilDate(text)) return text;
  const parts = inNumbers(text) ?? inWords(text);
  return parts && dated(parts.year, parts.month, parts.day);
};

const hourOf = (hour: number, half: string): number => {
  if (half === '') return hour;
  if (hour < 1 || hour > 12) return NaN;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
};

const NAMED: Readonly<Record<string, string>> = { midnight: '00:00', midday: '12:00', noon: '12:00' };

const clocked = (hour: number, minute: number): string | undefined =>
  hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined;

/** `2:14am`, `2.14 pm`, `14:30`, `midday` as `HH:mm`; undefined for what is no time of day. */
export const timeTyped = (typed: string): string | undefined => {
  const text = typed.trim().toLowerCase();
  const named = NAMED[text];
  if (named !== undefined) return named;
  const [whole, hour, minute, half] = CLOCK.exec(text) ?? [];
  // a number alone may be anything
  if (whole === undefined || (minute === undefined && half === undefined)) return undefined;
  return clocked(hourOf(Number(hour), half ?? ''), Number(minute ?? '0'));
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
