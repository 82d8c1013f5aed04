import { isCivilDate, isInstant, londonDateOf, startOfLondonDay, toEpochMs } from '@ibex/kernel';
import { dayInWords, timeInWords } from '../../frame/time-words';

/** When something happened is told as an instant or as a London date; a date counts from its first moment. */
export const msOf = (moment: string): number =>
  toEpochMs(isCivilDate(moment) ? startOfLondonDay(moment) : moment);

export const isMoment = (text: string): boolean => isCivilDate(text) || isInstant(text);

/** `3 March 2025`, or `3 March 2025 at 2:14am` where the time is known: words for what cannot hold a time element. */
export const momentInWords = (moment: string): string => {
  if (isCivilDate(moment)) return dayInWords(moment);
  if (!isInstant(moment)) return moment;
  return `${dayInWords(londonDateOf(moment))} at ${timeInWords(moment)}`;
};

/** The London day of an instant or of a date. */
export const dayOf = (moment: string): string => (isInstant(moment) ? londonDateOf(moment) : moment);
