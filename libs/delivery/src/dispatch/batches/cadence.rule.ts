import {
  addDays,
  fromEpochMs,
  londonDateOf,
  londonOffsetHours,
  startOfLondonDay,
  toDayNumber,
  toEpochMs,
} from '@ibex/kernel';
import type { Cadence, CivilDate, Instant } from '@ibex/kernel';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When a London clock shows that hour: the first time where it does so twice, the next that it shows where never. */
const londonHour = (date: CivilDate, hour: number): Instant => {
  if (hour === 0) return startOfLondonDay(date);
  const asUtcMs = toDayNumber(date) * DAY_MS + hour * HOUR_MS;
  const inSummer = fromEpochMs(asUtcMs - HOUR_MS);
  return londonOffsetHours(inSummer) === 1 ? inSummer : fromEpochMs(asUtcMs);
};

const nextAt = (putAt: Instant, hour: number): Instant => {
  const date = londonDateOf(putAt);
  const today = londonHour(date, hour);
  return toEpochMs(putAt) <= toEpochMs(today) ? today : londonHour(addDays(date, 1), hour);
};

/** With which gathering an entry leaves that reached the mailbox then: the first that is not before it. */
export const leavesAt = (putAt: Instant, cadence: Cadence): Instant =>
  cadence.every === 'day'
    ? nextAt(putAt, cadence.hour)
    : fromEpochMs(Math.ceil(toEpochMs(putAt) / HOUR_MS) * HOUR_MS);

/** The London day of that gathering; what is gathered at midnight by the hour is the end of a day. */
export const dayOf = (putAt: Instant, cadence: Cadence): CivilDate => {
  const leaves = leavesAt(putAt, cadence);
  return londonDateOf(cadence.every === 'day' ? leaves : fromEpochMs(toEpochMs(leaves) - 1));
};
