import { isCivilDate } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * The same day of a later month; the last day of that month where it is shorter (corresponding date rule, Dodds v
 * Walker [1981] 2 All ER 609): three months after 30 November are 28 or 29 February.
 */
export const monthsAfter = (date: CivilDate, months: number): CivilDate => {
  const monthNumber = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(monthNumber / 12)).padStart(4, '0')}-${pad((monthNumber % 12) + 1)}`;
  for (let day = Number(date.slice(8)); day > 28; day -= 1) {
    if (isCivilDate(`${month}-${pad(day)}`)) return `${month}-${pad(day)}`;
  }
  return `${month}-${pad(Math.min(Number(date.slice(8)), 28))}`;
};
