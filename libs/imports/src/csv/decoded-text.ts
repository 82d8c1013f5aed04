import { createReadStream } from 'node:fs';

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

const startsWithUtf16Mark = (chunk: Uint8Array): boolean => chunk[0] === 0xff && chunk[1] === 0xfe;
const isUtf8 = (decoder: TextDecoder, chunk?: Uint8Array): boolean => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
};

/** Text that is not valid UTF-8 was saved by a spreadsheet as Windows-1252, which has a character for every byte. */
export const encodingOf = async (chunks: AsyncIterable<Uint8Array>): Promise<Encoding> => {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of chunks) {
    if (first && startsWithUtf16Mark(chunk)) return 'utf-16le';
    first = false;
    if (!isUtf8(utf8, chunk)) return 'windows-1252';
  }
  return isUtf8(utf8) ? 'utf-8' : 'windows-1252';
};

/** Decodes, drops a byte order mark and turns every line end into LF, so that lines count as an editor counts them. */
export async function* decodedText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : ''; // its LF may come with the next chunk
    yield (held === '' ? text : text.slice(0, -1)).replace(/\r\n?/g, '\n');
  }
  yield (held + decoder.decode()).replace(/\r\n?/g, '\n');
}

export async function* textOfFile(path: string): AsyncGenerator<string> {
  const encoding = await encodingOf(createReadStream(path));
  yield* decodedText(createReadStream(path), encoding);
}
