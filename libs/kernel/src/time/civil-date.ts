/**
 * Calendar dates `YYYY-MM-DD` and UTC instants `YYYY-MM-DDTHH:mm:ss.sssZ` as plain text and whole numbers, because
 * rules may not touch the platform's Date (it silently moves times that a clock change skipped or repeated).
 */
export type CivilDate = string;
export type Instant = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MS_PER_DAY = 86_400_000;
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const pad = (value: number, width = 2): string =>
  (width === 2 ? TWO_DIGITS[value] : undefined) ?? String(value).padStart(width, '0');
const ZERO = 48;
const HYPHEN = 45;

/** The whole number that stands there in ASCII digits, else NaN. Deadlines parse dates by the million. */
const digitsAt = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** True for a date that exists: 2026-02-29 does not. */
export const isCivilDate = (text: string): boolean => {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const length = (DAYS_IN_MONTH[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  return day >= 1 && day <= length;
};

/** Days since 1970-01-01. Throws RangeError for text that is no date. */
export const toDayNumber = (date: CivilDate): number => {
  const hyphens = date.charCodeAt(4) === HYPHEN && date.charCodeAt(7) === HYPHEN;
  const year = digitsAt(date, 0, 4);
  const month = digitsAt(date, 5, 7);
  const day = digitsAt(date, 8, 10);
  if (date.length !== 10 || !hyphens || Number.isNaN(year + month + day))
    throw new RangeError('not a date of the form YYYY-MM-DD');
  const y = month <= 2 ? year - 1 : year; // years run from March, so that the leap day comes last
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export const fromDayNumber = (days: number): CivilDate => {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(day)}`;
};

export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(toDayNumber(date) + days);
export const daysBetween = (from: CivilDate, to: CivilDate): number => toDayNumber(to) - toDayNumber(from);

/** 0 = Sunday … 6 = Saturday. */
export const dayOfWeek = (date: CivilDate): number => (((toDayNumber(date) + 4) % 7) + 7) % 7;

/** Whole years lived on a date: 18 on the eighteenth birthday; 29 February counts on 1 March of other years. */
export const ageOn = (born: CivilDate, on: CivilDate): number =>
  Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);

export const isInstant = (text: string): boolean => {
  const match = INSTANT.exec(text);
  return (
    match !== null &&
    isCivilDate(match[1] ?? '') &&
    Number(match[2]) < 24 &&
    Number(match[3]) < 60 &&
    Number(match[4]) < 60
  );
};

/** Milliseconds since 1970-01-01T00:00Z. Throws RangeError for text that is no UTC instant. */
export const toEpochMs = (instant: Instant): number => {
  const match = INSTANT.exec(instant);
  if (!match) throw new RangeError('not a UTC instant of the form YYYY-MM-DDTHH:mm:ss.sssZ');
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  const ms = Number((match[5] ?? '0').padEnd(3, '0'));
  return toDayNumber(match[1] ?? '') * MS_PER_DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
};

export const fromEpochMs = (epochMs: number): Instant => {
  const days = Math.floor(epochMs / MS_PER_DAY);
  const ms = epochMs - days * MS_PER_DAY;
  const seconds = Math.floor(ms / 1000);
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${fromDayNumber(days)}T${time}.${pad(ms % 1000, 3)}Z`;
};

/** Elapsed hours, whatever the clocks on the wall do in between. */
export const addHours = (instant: Instant, hours: number): Instant =>
  fromEpochMs(toEpochMs(instant) + hours * 3_600_000);
