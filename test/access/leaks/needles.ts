import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateRawSync } from 'node:zlib';

/** A word as it may stand in bytes; base64 of what begins at any of three places, less what its neighbours decide. */
const formsOf = (word: string): readonly Buffer[] => {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const base64 = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8]).toString('base64');
    const inner = text.slice(before === 0 ? 0 : 4, -4);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const hex = utf8.toString('hex');
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
  const texts = [...base64, hex, hex.toUpperCase(), encodeURIComponent(word), percent, word.toUpperCase()];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text, 'utf8'))];
};

/** RFC 1952, without a name: what follows the ten bytes is deflated. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
const GZIP_HEADER = 10;
/** What is packed in these bytes, as far as it can be unpacked. */
const unpackedIn = (bytes: Buffer): readonly Buffer[] => {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1))
    try {
      found.push(inflateRawSync(bytes.subarray(at + GZIP_HEADER), { finishFlush: constants.Z_SYNC_FLUSH }));
    } catch {
      // four bytes that happen to look like it
    }
  return found;
};

/** Those of the words that stand in these bytes, in whatever form. */
export const foundIn = (bytes: Buffer, words: readonly string[]): readonly string[] => {
  const places = [bytes, ...unpackedIn(bytes)];
  return words.filter((word) => formsOf(word).some((form) => places.some((place) => place.includes(form))));
};

/** The same for every file of a folder, by its path in it. */
export const foundBelow = (folder: string, words: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) =>
      foundIn(readFileSync(file), words).map((word) => `${file.slice(folder.length + 1)}: ${word}`),
    );
