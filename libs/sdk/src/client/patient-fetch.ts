import { randomUUID } from 'node:crypto';
import { bytesOf } from '@ibex/subscriber';
import type { ExchangeClient } from '@ibex/subscriber';
import type { OwnWritesReader } from './own-writes';

/** Told of each request: the key that it was sent under. */
export type OnSent = (response: Response, key: string) => void;

const withKey = (request: Request): string => {
  const given = request.headers.get('idempotency-key');
  if (given !== null) return given;
  const made = randomUUID();
  request.headers.set('idempotency-key', made);
  return made;
};

const EMPTY = new Set([204, 205, 304]);

/** `reader`: where what is read has to have one's own writes. */
export type Sending = Readonly<{ mostBytes: number; onSent: OnSent; reader?: OwnWritesReader }>;

/**
 * Sends a request of openapi-fetch by the client that waits and asks again. What is posted carries an Idempotency-Key, the
 * same at every try, so that a lost answer costs nothing.
 */
export const patientFetch =
  (exchange: ExchangeClient, { mostBytes, onSent, reader }: Sending) =>
  async (request: Request): Promise<Response> => {
    const { method, url, signal } = request;
    const isPost = method === 'POST';
    const key = isPost ? withKey(request) : '';
    const headers = Object.fromEntries(request.headers);
    const body = isPost ? { body: await request.text() } : {};
    const asked = { method, headers, ...body, signal, againWhenLost: true };
    const answer = await (method === 'GET' ? (reader ?? exchange) : exchange).respond(url, asked);
    const bytes = await bytesOf(answer, mostBytes);
    const init = { status: answer.status, headers: answer.headers };
    const read = new Response(EMPTY.has(answer.status) ? null : bytes, init);
    if (isPost) onSent(read, key);
    return read;
  };
