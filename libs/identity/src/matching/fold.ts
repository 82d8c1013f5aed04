import anyAscii from 'any-ascii';

/** For comparing alone, never for showing: letters of any script as plain ones, small, with single spaces between words. */
export const fold = (text = ''): string =>
  anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/['’`.]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** Letters and digits alone, in capitals: numbers and postcodes however they were spaced. */
export const compact = (text = ''): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
