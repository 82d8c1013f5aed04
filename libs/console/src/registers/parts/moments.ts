import { addDays, isInstant, londonDateOf, londonTimeOf } from '@ibex/kernel';
import { momentCell } from '../../frame/cells';
import type { Cell } from '../../frame/cells';

/**
 * Late from this instant on. At midnight in London the day before was the last one: people say its end, since "1 August at
 * midnight" leaves open which night.
 */
export const dueByCell = (at: string): Cell =>
  isInstant(at) && londonTimeOf(at) === '00:00'
    ? { lines: [{ hint: 'by the end of' }, { day: addDays(londonDateOf(at), -1) }] }
    : momentCell(at);
