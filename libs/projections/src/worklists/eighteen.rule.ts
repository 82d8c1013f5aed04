import { isCivilDate } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';

const ADULT_AT = 18;

/**
 * The day on which somebody turns eighteen, at its beginning (Family Law Reform Act 1969 ss1, 9); of somebody born on
 * 29 February the first of March where the year has no such day. Undefined for what is no date.
 */
export const turnsEighteenOn = (born: unknown): CivilDate | undefined => {
  if (typeof born !== 'string' || !isCivilDate(born)) return undefined;
  const year = String(Number(born.slice(0, 4)) + ADULT_AT).padStart(4, '0');
  const birthday = `${year}${born.slice(4)}`;
  return isCivilDate(birthday) ? birthday : `${year}-03-01`;
};
