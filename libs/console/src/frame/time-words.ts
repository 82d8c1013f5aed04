import { dayOfWeek, londonDateOf, londonTimeOf, toDayNumber, toEpochMs } from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';

const MONTHS = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MINUTE_MS = 60_000;

/** `3 March 2025` (GOV.UK style guide, Dates). */
export const dayInWords = (date: CivilDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${String(Number(day))} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
};

const SHARP: Readonly<Record<string, string>> = { '00:00': 'midnight', '12:00': 'midday' };

/** `2:14am`, `midday`, `midnight` (GOV.UK style guide, Times), as a clock in London shows it. */
export const timeInWords = (instant: Instant): string => {
  const time = londonTimeOf(instant);
  const [hour, minutes] = [Number(time.slice(0, 2)), time.slice(2)];
  const shown = `${String(((hour + 11) % 12) + 1)}${minutes === ':00' ? '' : minutes}`;
  return SHARP[time] ?? `${shown}${hour < 12 ? 'am' : 'pm'}`;
};

const dayNear = (date: CivilDate, today: CivilDate): string => {
  const distance = toDayNumber(date) - toDayNumber(today);
  if (distance === 0) return 'today';
  if (distance === -1) return 'yesterday';
  if (distance === 1) return 'tomorrow';
  const name = DAYS[dayOfWeek(date)] ?? '';
  if (distance > 1 && distance < 7) return `on ${name}`;
  return `on ${dayInWords(date)}`;
};

/** `today at 2:14am`, `tomorrow at midday`, `on 3 March 2025 at 5pm`. */
export const whenInWords = (instant: Instant, now: Instant): string =>
  `${dayNear(londonDateOf(instant), londonDateOf(now))} at ${timeInWords(instant)}`;

/** `22 November 2026 at 02:14:09 GMT`: for print and for whoever hovers over it. */
export const exactly = (instant: Instant): string => {
  const seconds = instant.slice(17, 19);
  const time = londonTimeOf(instant);
  const zone = time === instant.slice(11, 16) ? 'GMT' : 'BST';
  return `${dayInWords(londonDateOf(instant))} at ${time}:${seconds} ${zone}`;
};

const many = (count: number, unit: string): string => `${String(count)} ${unit}${count === 1 ? '' : 's'}`;

/** `5 minutes`, `3 hours`, `2 days`: rounded down, without saying before or after. */
export const lengthInWords = (ms: number): string => {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return many(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return many(hours, 'hour');
  return many(Math.floor(hours / 24), 'day');
};

/** `5 minutes ago`, `in 2 days`. */
export const agoInWords = (instant: Instant, now: Instant): string => {
  const distance = toEpochMs(instant) - toEpochMs(now);
  return distance > 0 ? `in ${lengthInWords(distance)}` : `${lengthInWords(distance)} ago`;
};
