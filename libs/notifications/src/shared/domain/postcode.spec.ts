import { isPostcode, normalisePostcode } from './postcode';

it.each([
  ['sw1a1aa', 'SW1A 1AA'],
  [' Cr0  1ea ', 'CR0 1EA'],
  ['M1 1AE', 'M1 1AE'],
  ['gir0aa', 'GIR 0AA'],
  ['abc', 'ABC'],
  ['', ''],
])('writes "%s" as "%s"', (text, postcode) => expect(normalisePostcode(text)).toBe(postcode));

it.each(['SW1A 1AA', 'CR0 1EA', 'M1 1AE', 'B33 8TH', 'EC1A 1BB', 'GIR 0AA'])('takes %s', (postcode) =>
  expect(isPostcode(postcode)).toBe(true),
);

it.each([
  ['no space', 'CR01EA'],
  ['lower case', 'cr0 1ea'],
  ['a letter that is not used after the digit', 'CR0 1CA'],
  ['too much', 'CR0 1EAA'],
  ['nothing', ''],
])('refuses %s', (_, text) => expect(isPostcode(text)).toBe(false));
