import { addDays, dayOfWeek, fromDayNumber, fromEpochMs, toDayNumber, toEpochMs } from './civil-date';
import type { CivilDate, Instant } from './civil-date';

// Summer Time Act 1972 as amended by SI 2002/262: from 01:00 GMT on the last Sunday of March to 01:00 GMT on the
// last Sunday of October, Europe/London is one hour ahead of UTC. Holds for every year since 2002.
const HOUR_MS = 3_600_000;
const lastSundayOf = (yearMonth: string): CivilDate => {
  const last = `${yearMonth}-31`; // March and October both have 31 days
  return addDays(last, -dayOfWeek(last));
};

type SummerTime = Readonly<{ startsMs: number; endsMs: number }>;
const summerTimes = new Map<string, SummerTime>();

/** A year's summer time never changes, and is asked for with every deadline: it is worked out once. */
const summerTimeOf = (year: string): SummerTime => {
  const known = summerTimes.get(year);
  if (known) return known;
  const made = {
    startsMs: toDayNumber(lastSundayOf(`${year}-03`)) * 24 * HOUR_MS + HOUR_MS,
    endsMs: toDayNumber(lastSundayOf(`${year}-10`)) * 24 * HOUR_MS + HOUR_MS,
  };
  summerTimes.set(year, made);
  return made;
};

const offsetAt = (epochMs: number, year: string): 0 | 1 => {
  const { startsMs, endsMs } = summerTimeOf(year);
  return epochMs >= startsMs && epochMs < endsMs ? 1 : 0;
};

/** Hours that Europe/London is ahead of UTC at an instant: 1 in summer time, else 0. Years from 2002. */
export const londonOffsetHours = (instant: Instant): 0 | 1 =>
  offsetAt(toEpochMs(instant), instant.slice(0, 4));

/** The calendar date in London at an instant. */
export const londonDateOf = (instant: Instant): CivilDate => {
  const epochMs = toEpochMs(instant);
  const offsetMs = offsetAt(epochMs, instant.slice(0, 4)) * HOUR_MS;
  return fromDayNumber(Math.floor((epochMs + offsetMs) / (24 * HOUR_MS)));
};

/** `HH:mm` as a clock in London shows it. */
export const londonTimeOf = (instant: Instant): string =>
  fromEpochMs(toEpochMs(instant) + londonOffsetHours(instant) * HOUR_MS).slice(11, 16);

/** The UTC instant at which a London calendar day begins. Midnight in London always exists and is never repeated. */
export const startOfLondonDay = (date: CivilDate): Instant => {
  const midnightUtcMs = toDayNumber(date) * 24 * HOUR_MS;
  // an hour before midnight UTC on New Year's Eve is winter time too, so the date's own year will do
  const offset = offsetAt(midnightUtcMs - HOUR_MS, date.slice(0, 4));
  return fromEpochMs(midnightUtcMs - offset * HOUR_MS);
};

/** The first instant after a London calendar day: what is due "by" a date is late from here on. */
export const endOfLondonDay = (date: CivilDate): Instant => startOfLondonDay(addDays(date, 1));
