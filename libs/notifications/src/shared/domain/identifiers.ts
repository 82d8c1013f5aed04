import { UPN_UNKNOWN } from './person.codes';

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'; // no I, O, S
const UPN = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;
const NHS_NUMBER = /^\d{10}$/;

const upnValueOf = (character: string): number =>
  /\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character);

/**
 * Unique pupil number, permanent (letter and twelve digits) or temporary (last character a letter too). The first
 * letter checks the rest: sum of digit times position, 2 to 13, modulo 23. DfE, Unique pupil numbers: a guide.
 */
export const isUpn = (text: string): boolean => {
  if (!UPN.test(text)) return false;
  const sum = Array.from(text.slice(1)).reduce(
    (total, digit, index) => total + upnValueOf(digit) * (index + 2),
    0,
  );
  return UPN_LETTERS.charAt(sum % 23) === text.charAt(0);
};

/** A UPN, or one of the codes that say why there is none. */
export const isUpnOrReason = (text: string): boolean => isUpn(text) || Object.hasOwn(UPN_UNKNOWN, text);

/** Ten digits; spaces and hyphens that people put between them are left out. */
export const normaliseNhsNumber = (text: string): string => text.replace(/[\s-]/g, '');

/** NHS number of ten digits, normalised: weights 10 to 2, modulus 11 (NHS Data Dictionary). */
export const isNhsNumber = (text: string): boolean => {
  if (!NHS_NUMBER.test(text)) return false;
  const sum = Array.from(text.slice(0, 9)).reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === Number(text.charAt(9));
};
