import { endOfLondonDay, londonDateOf, startOfLondonDay, workingDaysAfter } from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';

/** Bank holidays announced since the kernel's table was made. */
export type Proclaimed = ReadonlySet<CivilDate>;

/** When something is late from (UTC instant), and whether bank holidays not yet published may still move it. */
export type Due = Readonly<{ dueAt: Instant; provisional?: true }>;

/** By the end of the n-th working day after a London date; the date itself is not counted. */
export const dueWorkingDaysAfter = (date: CivilDate, count: number, proclaimed?: Proclaimed): Due => {
  const deadline = workingDaysAfter(date, count, proclaimed);
  const dueAt = endOfLondonDay(deadline.date);
  return deadline.provisional ? { dueAt, provisional: true } : { dueAt };
};

/** The same, counted from the London date of an instant. */
export const dueWorkingDaysAfterInstant = (instant: Instant, count: number, proclaimed?: Proclaimed): Due =>
  dueWorkingDaysAfter(londonDateOf(instant), count, proclaimed);

/** Before a London date begins: the hour at which something happens on that date is seldom recorded. */
export const dueBefore = (date: CivilDate): Due => ({ dueAt: startOfLondonDay(date) });

/** By the end of a London date. */
export const dueBy = (date: CivilDate): Due => ({ dueAt: endOfLondonDay(date) });
