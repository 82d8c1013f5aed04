import {
  addHours,
  endOfLondonDay,
  fromEpochMs,
  londonDateOf,
  startOfLondonDay,
  toEpochMs,
} from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';

/** When something happened, as exactly as it is known: an instant, or a London date (returns carry no times). */
export type Moment = Readonly<{ at: Instant }> | Readonly<{ on: CivilDate }>;

/** Senders' clocks are a little fast now and then; a night report is not refused for that. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const HISTORY_HOURS = 7 * 24;

export const dayOf = (moment: Moment): CivilDate => ('at' in moment ? londonDateOf(moment.at) : moment.on);

/** As it is kept in `occurredAt`: the instant, or the date where the time is not known. */
export const textOf = (moment: Moment): string => ('at' in moment ? moment.at : moment.on);

/** The first instant at which it may have happened. */
export const earliestOf = (moment: Moment): Instant =>
  'at' in moment ? moment.at : startOfLondonDay(moment.on);

/** The first instant from which it has certainly happened. */
export const certainFrom = (moment: Moment): Instant =>
  'at' in moment ? moment.at : endOfLondonDay(moment.on);

/** True where no reading of a date without a time could put them the other way round. */
export const isBefore = (first: Moment, second: Moment): boolean =>
  'at' in first && 'at' in second ? first.at < second.at : dayOf(first) < dayOf(second);

export const isAhead = (moment: Moment, now: Instant): boolean =>
  'at' in moment
    ? moment.at > fromEpochMs(toEpochMs(now) + CLOCK_TOLERANCE_MS)
    : moment.on > londonDateOf(now);

/** More than seven days passed before IBEX was told: there is nothing urgent left to act on. */
export const isHistory = (moment: Moment, recordedAt: Instant): boolean =>
  addHours(certainFrom(moment), HISTORY_HOURS) < recordedAt;

/** Whole hours that passed, where both times are known to the minute. */
export const wholeHoursBetween = (from: Moment, to: Moment): number | undefined =>
  'at' in from && 'at' in to ? Math.floor((toEpochMs(to.at) - toEpochMs(from.at)) / 3_600_000) : undefined;
