const OUTWARD = '[A-Z]{1,2}\\d[A-Z\\d]?';
const POSTCODE = new RegExp(`^(GIR 0AA|${OUTWARD} \\d[ABD-HJLNP-UW-Z]{2})$`);

/** Upper case with one space before the last three characters: `sw1a1aa` is `SW1A 1AA`. Judges nothing. */
export const normalisePostcode = (text: string): string => {
  const bare = text.toUpperCase().replace(/[^A-Z\d]/g, '');
  return bare.length > 3 ? `${bare.slice(0, -3)} ${bare.slice(-3)}` : bare;
};

/** True for text of the shape of a United Kingdom postcode, normalised (BS 7666). Whether it exists is not asked. */
export const isPostcode = (text: string): boolean => POSTCODE.test(text);
