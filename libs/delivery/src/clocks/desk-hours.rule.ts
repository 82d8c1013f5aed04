import { addDays, dayOfWeek, isWorkingDay, londonDateOf, londonTimeOf } from '@ibex/kernel';
import type { CivilDate, Desk, EscalationLadder, Instant } from '@ibex/kernel';

const NO_DAYS: ReadonlySet<CivilDate> = new Set();
const isHoliday = (date: CivilDate, proclaimed: ReadonlySet<CivilDate>): boolean => {
  const weekday = dayOfWeek(date);
  return weekday !== 0 && weekday !== 6 && !isWorkingDay(date, proclaimed);
};

/** Hours after midnight belong to the day before where a desk closes earlier than it opens. */
const isOpenOn = (desk: Desk, date: CivilDate, time: string): boolean =>
  desk.hours !== 'always' &&
  desk.hours.some(
    ({ days, opens, closes }) =>
      days.includes(dayOfWeek(date)) && (closes > opens ? time >= opens && time < closes : time >= opens),
  );

const isOpenFromDayBefore = (desk: Desk, date: CivilDate, time: string): boolean =>
  desk.hours !== 'always' &&
  desk.hours.some(
    ({ days, opens, closes }) =>
      closes <= opens && time < closes && days.includes(dayOfWeek(addDays(date, -1))),
  );

/** By a London clock. On a bank holiday only a desk that is always open is. */
export const isOpenAt = (desk: Desk, at: Instant, proclaimed = NO_DAYS): boolean => {
  if (desk.hours === 'always') return true;
  const [date, time] = [londonDateOf(at), londonTimeOf(at)];
  if (isOpenFromDayBefore(desk, date, time)) return true;
  return !isHoliday(date, proclaimed) && isOpenOn(desk, date, time);
};

/** Who is told at this moment when it is a desk's turn: the desk, or the one for out of hours while it is closed. */
export const deskToTell = (
  { desks, outOfHours }: EscalationLadder,
  turn: string,
  at: Instant,
  proclaimed = NO_DAYS,
): string => {
  const desk = desks.find((one) => one.desk === turn);
  return desk && isOpenAt(desk, at, proclaimed) ? turn : outOfHours;
};
