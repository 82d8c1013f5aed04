const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'; // RFC 4648 section 6, lower case
const BITS = 5;

/** The first `length` characters of the base32 form: five bits each, without padding. */
export const toBase32 = (bytes: Uint8Array, length: number): string => {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    held += 8;
    while (held >= BITS && text.length < length) {
      held -= BITS;
      text += ALPHABET.charAt((buffer >> held) & 31);
    }
  }
  return text;
};
