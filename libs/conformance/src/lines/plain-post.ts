import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { BlockedAddress, isPublicAddress } from '@ibex/adapters/webhook';
import type { Answered, Outgoing } from '@ibex/adapters/webhook';

const TIMEOUT_MS = 10_000;
const MOST_ANSWER_BYTES = 8_192;

const drained = (answer: IncomingMessage, done: () => void): void => {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) answer.destroy();
  });
  answer.once('close', done);
};

/** A post without TLS, to a receiver on this machine or in this network. Throws BlockedAddress for a public address. */
export const plainPost = ({ url, headers, body }: Outgoing): Promise<Answered> =>
  new Promise((answered, failed) => {
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    outgoing.once('socket', (socket) => {
      socket.once('connect', () => {
        if (isPublicAddress(socket.remoteAddress ?? '')) outgoing.destroy(new BlockedAddress());
        else outgoing.end(body);
      });
    });
    outgoing.once('response', (answer) => {
      const { statusCode: status = 0, headers: given } = answer;
      drained(answer, () => answered({ status, retryAfter: given['retry-after'] }));
    });
    outgoing.once('error', failed);
  });
