import type { RecordedFact, RowChange } from '@ibex/kernel';

const REASONS = new Map([
  ['ClockResumed', 'paused'],
  ['ClockRecomputed', 'bank-holiday'],
]);

/**
 * A clock's date moved: the duty that ran towards the old one shows the new one, its date in law or, where it has none,
 * its service target. A duty that was opened anew meanwhile has another date, and stays as it is.
 */
export const movedDates = ({ type, stream, data }: RecordedFact): readonly RowChange[] => {
  const { dueAt, newDueAt } = data;
  const movedBecause = REASONS.get(type);
  if (movedBecause === undefined || typeof dueAt !== 'string' || typeof newDueAt !== 'string') return [];
  if (dueAt === newDueAt) return [];
  const clock = stream.slice('clock-'.length);
  const moved = { sortAt: newDueAt, movedBecause };
  return [
    { op: 'patch', table: 'duties', where: { clock, dueAt }, set: { ...moved, dueAt: newDueAt } },
    {
      ...{ op: 'patch', table: 'duties', set: { ...moved, targetAt: newDueAt } },
      where: { clock, dueAt: null, targetAt: dueAt },
    },
  ];
};
