import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImportFault } from '../import-fault';

const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
};

const damaged = (cause: unknown): never => {
  throw new ImportFault('imports/not-gzip', 'the gzipped file is damaged or cut short', { cause });
};

/** The platform's own stream unpacks gzip. What is wrong with the file is thrown by `read`. */
async function* unzipped(bytes: Readable): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const fed = pipeline(bytes, Writable.fromWeb(writable)).catch(() => undefined);
  const reader = readable.getReader();
  const next = (): ReturnType<typeof reader.read> => reader.read().catch(damaged);
  for (let part = await next(); !part.done; part = await next()) yield part.value;
  await fed;
}

/** Told by the first bytes, not by the file's name. */
export const bytesOf = async (path: string): Promise<AsyncIterable<Uint8Array>> => {
  const bytes = createReadStream(path);
  return (await isGzip(path)) ? unzipped(bytes) : bytes;
};
