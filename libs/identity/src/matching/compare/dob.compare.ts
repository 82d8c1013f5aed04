import { isFirstOfJanuary } from '../placeholders';
import { isOneSlip } from '../strings';
import type { Vocabulary } from '../vocabulary';
import { MISSING } from './comparison';
import type { Comparison } from './comparison';

export const DOB_LEVELS = [
  'same',
  'day and month exchanged',
  'assigned',
  'one slip',
  'same day of year',
  'same month',
  'same year',
  'different',
] as const;
const at = (level: (typeof DOB_LEVELS)[number]): number => DOB_LEVELS.indexOf(level);

const yearOf = (digits: string): string => digits.slice(0, 4);
const monthOf = (digits: string): string => digits.slice(4, 6);
const dayOf = (digits: string): string => digits.slice(6);

/** Dates that are given to whoever does not know theirs: 1 January, or the 15th of a month. */
const isAssigned = (digits: string): boolean => isFirstOfJanuary(digits) || dayOf(digits) === '15';
const isWithinAYear = (a: string, b: string): boolean => Math.abs(Number(yearOf(a)) - Number(yearOf(b))) <= 1;
const isExchanged = (a: string, b: string): boolean =>
  yearOf(a) === yearOf(b) && monthOf(a) === dayOf(b) && dayOf(a) === monthOf(b);

const sameParts = (a: string, b: string): number => {
  if (a.slice(4) === b.slice(4)) return at('same day of year');
  if (yearOf(a) !== yearOf(b)) return at('different');
  return at(monthOf(a) === monthOf(b) ? 'same month' : 'same year');
};
const dobLevel = (a: string, b: string): number => {
  if (isExchanged(a, b)) return at('day and month exchanged');
  if (isWithinAYear(a, b) && (isAssigned(a) || isAssigned(b))) return at('assigned');
  return isOneSlip(a, b) ? at('one slip') : sameParts(a, b);
};

/** Dates of birth as eight digits, real dates or not. */
export const dobComparison = ({ dob }: Vocabulary): Comparison => ({
  name: 'dob',
  levels: DOB_LEVELS,
  compare: (a, b) => {
    if (a.dob === 0 || b.dob === 0) return MISSING;
    return a.dob === b.dob ? 0 : dob.between(a.dob, b.dob, dobLevel);
  },
  shared: { kind: 'dob', of: (a) => a.dob, isGiven: (id) => isFirstOfJanuary(dob.textOf(id)) },
});
