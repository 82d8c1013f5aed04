import { decodedText, encodingOf } from './decoded-text';

type Part = string | readonly number[];
async function* chunks(...parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    yield await Promise.resolve(
      typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part),
    );
  }
}
const read = async (...parts: readonly Part[]): Promise<string> => {
  let text = '';
  for await (const piece of decodedText(chunks(...parts), await encodingOf(chunks(...parts)))) text += piece;
  return text;
};

describe('the text of a file', () => {
  it('is UTF-8 where it can be, also when a letter is cut in two by a chunk', async () => {
    expect(await read('Zo', [0xc3], [0xab])).toBe('Zoë');
  });

  it('is Windows-1252 where it cannot be UTF-8', async () => {
    expect(await read([0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x92])).toBe('Zoë €’');
  });

  it('is Windows-1252 when it ends in half a letter', async () => {
    expect(await read('Zo', [0xc3])).toBe('ZoÃ');
  });

  it('is UTF-16 after its byte order mark', async () => {
    expect(await read([0xff, 0xfe, 0x41, 0x00, 0x42, 0x00])).toBe('AB');
  });

  it('comes without its byte order mark', async () => {
    expect(await read([0xef, 0xbb, 0xbf], 'CHILD')).toBe('CHILD');
  });

  it('has one kind of line end, also when CR and LF come in two chunks', async () => {
    expect(await read('a\r', '\nb\rc\nd\r')).toBe('a\nb\nc\nd\n');
  });
});
