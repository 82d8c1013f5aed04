import type { CivilDate } from '@ibex/kernel';
import { formOf } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';

/** What stands in the address of a page. */
export type Query = Readonly<Record<string, unknown>>;

const NOT_A_DATE = 'Enter a real date, for example 29/3/2026. Leave it empty for today.';

export type AskedDate = Readonly<{
  /** As it was typed, to fill the field in again. */
  typed: string;
  date?: CivilDate;
  fault?: string;
}>;

/** A date as people type it; none where the field is empty. */
export const askedDate = (query: Query, name: string): AskedDate => {
  const typed = formOf(query).text(name);
  if (typed === '') return { typed };
  const date = dayTyped(typed);
  return date === undefined ? { typed, fault: NOT_A_DATE } : { typed, date };
};

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

/** A GSS code, or nothing for anything else. */
export const askedAuthority = (query: Query, name: string): string | undefined => {
  const code = formOf(query).text(name);
  return GSS.test(code) ? code : undefined;
};

/** One of several words; the first of them for anything else. */
export const askedWord = <W extends string>(query: Query, name: string, words: readonly [W, ...W[]]): W => {
  const said = formOf(query).text(name);
  return words.find((word) => word === said) ?? words[0];
};

/** Cursors are the exchange's own: passed on as they came, within the length that it takes. */
export const askedCursor = (query: Query): Readonly<{ cursor?: string }> => {
  const cursor = formOf(query).text('cursor');
  return cursor === '' || cursor.length > 400 ? {} : { cursor };
};

const MOST_PAGES = 100_000;

/** Which page is shown, as the link to it counted. */
export const askedPage = (query: Query): number => {
  const page = Number(formOf(query).text('page'));
  return Number.isInteger(page) && page > 1 && page < MOST_PAGES ? page : 1;
};

/** A path of the area with its questions; what is empty is left out. */
export const pathWith = (
  path: string,
  asked: Readonly<Record<string, string | number | undefined>>,
): string => {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
};
