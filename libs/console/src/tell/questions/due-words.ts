import { addDays, londonDateOf, londonTimeOf } from '@ibex/kernel';
import { dayInWords, exactly } from '../../frame/time-words';

/** `late from this instant on` as people say it: a day ends at midnight, so that what is late then was due the day before. */
export const dueInWords = (dueAt: string): string =>
  londonTimeOf(dueAt) === '00:00'
    ? `the end of ${dayInWords(addDays(londonDateOf(dueAt), -1))}`
    : exactly(dueAt);
