import type { CivilDate } from '@ibex/kernel';
import { asked } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { dayTyped } from '../../frame/typed-times';

const NOT_A_DATE = 'Enter a real date, for example 29/3/2026. Leave it empty for today.';

export type AskedDate = Readonly<{
  /** As it was typed, to fill the field in again. */
  typed: string;
  date?: CivilDate;
  fault?: string;
}>;

/** A date as people type it; none where the field is empty. */
export const askedDate = (query: Asked, name: string): AskedDate => {
  const typed = asked(query, name);
  if (typed === '') return { typed };
  const date = dayTyped(typed);
  return date === undefined ? { typed, fault: NOT_A_DATE } : { typed, date };
};

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

/** A GSS code, or nothing for anything else. */
export const askedAuthority = (query: Asked, name: string): string | undefined => {
  const code = asked(query, name);
  return GSS.test(code) ? code : undefined;
};

const MOST_PAGES = 100_000;

/** Which page is shown, as the link to it counted. */
export const askedPage = (query: Asked): number => {
  const page = Number(asked(query, 'page'));
  return Number.isInteger(page) && page > 1 && page < MOST_PAGES ? page : 1;
};
