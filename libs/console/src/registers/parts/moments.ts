import { addDays, isInstant, londonDateOf, londonTimeOf } from '@ibex/kernel';

/** An instant, or a London date where no more is known, as a cell. */
export const momentCell = (at: string): unknown => (isInstant(at) ? { when: at } : { day: at });

/**
 * Late from this instant on. At midnight in London the day before was the last one: people say its end, since "1 August at
 * midnight" leaves open which night.
 */
export const dueByCell = (at: string): unknown =>
  isInstant(at) && londonTimeOf(at) === '00:00'
    ? { lines: [{ hint: 'by the end of' }, { day: addDays(londonDateOf(at), -1) }] }
    : momentCell(at);
