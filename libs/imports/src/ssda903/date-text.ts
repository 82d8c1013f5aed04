import { isCivilDate } from '@ibex/kernel';

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;

/** dd/mm/yyyy as the return writes it, or ISO as databases export it, with or without a midnight. undefined: no date. */
export const toDate = (text: string): string | undefined => {
  const british = DAY_FIRST.exec(text.replace(/ 00:00(:00)?$/, ''));
  const date = british
    ? `${british[3] ?? ''}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
    : ISO.exec(text)?.[1];
  return date !== undefined && isCivilDate(date) ? date : undefined;
};
