import { ALREADY_PARSED, TOO_LARGE } from './webhook-answer';
import type { WebhookAnswer } from './webhook-answer';

/** A request of Node's, on whose way a framework may have read the body already. */
export interface RawRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly readableEnded?: boolean;
  /** Bytes that a framework kept (Nest). */
  readonly rawBody?: unknown;
  /** Bytes that a body parser gave (`express.raw`). */
  readonly body?: unknown;
}

/** Notices are small; a sealed detail is not much larger. */
export const MOST_BODY_BYTES = 1_048_576;

const kept = ({ rawBody, body }: RawRequest): Uint8Array | undefined =>
  [rawBody, body].find((each) => each instanceof Uint8Array);

const readAll = async (request: RawRequest, mostBytes: number): Promise<Uint8Array | WebhookAnswer> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.byteLength;
    // leaving the loop ends the request: nothing more is read of it
    if (size > mostBytes) return TOO_LARGE;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** The body byte for byte, or what to answer where it cannot be had. Reads no more than `mostBytes`. */
export const rawBodyOf = async (
  request: RawRequest,
  mostBytes = MOST_BODY_BYTES,
): Promise<Uint8Array | WebhookAnswer> => {
  const bytes = kept(request);
  const told = bytes?.byteLength ?? Number(request.headers['content-length'] ?? 0);
  if (told > mostBytes) return TOO_LARGE;
  if (bytes) return bytes;
  return request.readableEnded === true ? ALREADY_PARSED : readAll(request, mostBytes);
};
