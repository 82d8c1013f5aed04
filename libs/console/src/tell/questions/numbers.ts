/** The shapes of BS 7666 postcodes. Whether one exists is for the exchange to say. */
const POSTCODE = /^(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})$/;

/** `cr01ea` as `CR0 1EA`. */
export const toPostcode = (text: string): string => {
  const bare = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return bare.length > 3 ? `${bare.slice(0, -3)} ${bare.slice(-3)}` : bare;
};

export const postcodeFault = (text: string): string | undefined =>
  POSTCODE.test(toPostcode(text))
    ? undefined
    : 'Enter a full postcode, like CR0 1EA, or leave it empty if it is not known';

/** Modulus 11, as the NHS Data Dictionary describes the check digit. */
export const nhsNumberFault = (text: string): string | undefined => {
  const digits = text.replaceAll(/\D/g, '');
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, at) => total + Number(digit) * (10 - at),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return digits.length === 10 && check === Number(digits[9])
    ? undefined
    : 'Enter the 10 digits of the NHS number as they stand in the health record, or leave it empty';
};
