import type { Form } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';
import { isSearchPurpose } from '../parts/purposes';
import type { SearchPurpose } from '../parts/purposes';

export type Identifiers = Readonly<
  Partial<Record<'forename' | 'surname' | 'dateOfBirth' | 'homePostcode' | 'nhsNumber' | 'upn', string>>
>;
export type SearchOrder = Readonly<{ identifiers: Identifiers; purpose: SearchPurpose; reason: string }>;
export type SearchTyped =
  | Readonly<{ order: SearchOrder; messages?: never }>
  | Readonly<{ order?: never; messages: Readonly<Record<string, string>> }>;

const WEAK = ['forename', 'surname', 'dateOfBirth', 'homePostcode'] as const;
const STRONG = ['nhsNumber', 'upn'] as const;
const ENOUGH = 3;

/** `nw11aa` as `NW1 1AA`; what is no postcode is left for the exchange to refuse. */
export const postcodeTyped = (typed: string): string => {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return letters.length < 5 ? letters : `${letters.slice(0, -3)} ${letters.slice(-3)}`;
};

const typedAs: Readonly<Record<keyof Identifiers, (typed: string) => string>> = {
  forename: (typed) => typed,
  surname: (typed) => typed,
  dateOfBirth: (typed) => dayTyped(typed) ?? '',
  homePostcode: postcodeTyped,
  nhsNumber: (typed) => typed.replaceAll(/[\s-]/g, ''),
  upn: (typed) => typed.replaceAll(/[\s-]/g, '').toUpperCase(),
};

const identifiersIn = (form: Form): Identifiers =>
  Object.fromEntries(
    [...WEAK, ...STRONG].flatMap((name) => {
      const typed = form.text(`identifiers.${name}`);
      const value = typed === '' ? '' : typedAs[name](typed);
      return value === '' ? [] : [[name, value] as const];
    }),
  );

const isEnough = (identifiers: Identifiers): boolean =>
  STRONG.some((name) => identifiers[name] !== undefined) ||
  WEAK.filter((name) => identifiers[name] !== undefined).length >= ENOUGH;

const dateFault = (form: Form): string | undefined => {
  const typed = form.text('identifiers.dateOfBirth');
  return typed !== '' && dayTyped(typed) === undefined
    ? 'Enter the date of birth as day, month and year, like 27 3 2012'
    : undefined;
};

const messagesOf = (form: Form, identifiers: Identifiers): Readonly<Record<string, string>> => {
  const date = dateFault(form);
  return {
    ...(date === undefined ? {} : { 'identifiers.dateOfBirth': date }),
    ...(date === undefined && !isEnough(identifiers)
      ? {
          identifiers:
            'Enter an NHS number or a UPN, or at least three of first name, last name, date of birth and home postcode',
        }
      : {}),
    ...(isSearchPurpose(form.text('purpose')) ? {} : { purpose: 'Select what the search is for' }),
    ...(form.text('reason') === '' ? { reason: 'Enter why you search for this child' } : {}),
  };
};

/** What was typed, as the exchange takes it; nothing is guessed or completed. */
export const searchTyped = (form: Form): SearchTyped => {
  const identifiers = identifiersIn(form);
  const messages = messagesOf(form, identifiers);
  const purpose = form.text('purpose');
  if (Object.keys(messages).length > 0 || !isSearchPurpose(purpose)) return { messages };
  return { order: { identifiers, purpose, reason: form.text('reason') } };
};
