import { ExchangeRefused, ExchangeUnavailable } from './exchange-faults';

const chunksOf = async (response: Response, mostBytes: number): Promise<readonly Uint8Array[]> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (response.body === null) return chunks;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    // leaving the loop lets go of the connection
    if (bytes > mostBytes) throw new ExchangeRefused(response.status, 'answer-too-large');
    chunks.push(chunk);
  }
  return chunks;
};

/** The bytes of an answer. Reads no more than `mostBytes`. */
export const bytesOf = async (response: Response, mostBytes: number): Promise<Buffer<ArrayBuffer>> => {
  try {
    return Buffer.concat(await chunksOf(response, mostBytes));
  } catch (cause) {
    if (cause instanceof ExchangeRefused) throw cause;
    throw new ExchangeUnavailable('its answer broke off', undefined, { cause });
  }
};

/** The JSON of an answer; undefined for none. Reads no more than `mostBytes`. */
export const bodyOf = async (response: Response, mostBytes: number): Promise<unknown> => {
  const bytes = await bytesOf(response, mostBytes);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};

/** The code of a problem (RFC 9457), for faults and logs. */
export const problemOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : 'without a code';
