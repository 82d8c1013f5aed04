import { request } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { ConnectionOptions, SecureContext } from 'node:tls';
import { isPublicAddress } from '../guard/special-addresses';
import { guardedLookup, systemResolve } from './guarded-lookup';
import type { Resolve } from './guarded-lookup';
import { BlockedAddress } from './post-fault';

/** Of an answer's body no more is read than this; nobody looks at it. */
const MOST_ANSWER_BYTES = 8_192;
const TIMEOUT_MS = 10_000;

export type Outgoing = Readonly<{
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

export type Answered = Readonly<{ status: number; retryAfter: string | undefined }>;

export type PosterOptions = Readonly<{
  timeoutMs?: number;
  /** For tests, which have nothing but loopback to post to. */
  isAllowed?: (address: string) => boolean;
  resolve?: Resolve;
  tls?: Pick<RequestOptions, 'ca' | 'port'>;
}>;

type Watched = Readonly<{
  socket: Socket;
  isAllowed: (address: string) => boolean;
  refuse: (fault: Error) => void;
}>;

/** What the guard at resolving may have missed (an address as host, a resolver of another layer) is seen here. */
const checkConnected = ({ socket, isAllowed, refuse }: Watched): void => {
  const check = (): void => {
    if (!isAllowed(socket.remoteAddress ?? '')) refuse(new BlockedAddress());
  };
  if (socket.connecting) socket.once('connect', check);
  else check();
};

const drained = (answer: IncomingMessage, done: () => void): void => {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) answer.destroy();
  });
  answer.once('close', done);
};

/** Posts to addresses of others without letting them lead it anywhere else: no redirects, no proxies, no kept connection. */
export class GuardedPoster {
  private readonly isAllowed: (address: string) => boolean;
  private context: SecureContext | undefined;

  constructor(private readonly options: PosterOptions = {}) {
    this.isAllowed = options.isAllowed ?? isPublicAddress;
  }

  /** The status answered, redirects included. Throws BlockedAddress, or what the network or the time limit or `cut` threw. */
  post({ url, headers, body }: Outgoing, cut?: AbortSignal): Promise<Answered> {
    const { timeoutMs = TIMEOUT_MS, resolve = systemResolve, tls = {} } = this.options;
    return new Promise((answered, failed) => {
      const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && !this.isAllowed(host)) {
        failed(new BlockedAddress());
        return;
      }
      const outgoing = request(url, {
        ...tls,
        ...this.trusted(),
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
        lookup: guardedLookup(resolve, this.isAllowed),
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(cut ? [cut] : [])]),
      });
      outgoing.once('socket', (socket) => {
        checkConnected({ socket, isAllowed: this.isAllowed, refuse: (fault) => outgoing.destroy(fault) });
        // not a byte of the message before the address was seen
        socket.once('secureConnect', () => outgoing.end(body));
      });
      outgoing.once('response', (answer) => {
        const { statusCode: status = 0, headers: given } = answer;
        drained(answer, () => answered({ status, retryAfter: given['retry-after'] }));
      });
      outgoing.once('error', failed);
    });
  }

  /** Whom to trust is worked out once, at the first post: anew for each it would be a tenth of its cost. */
  private trusted(): Pick<ConnectionOptions, 'secureContext'> {
    const { ca } = this.options.tls ?? {};
    this.context ??= createSecureContext(ca === undefined ? {} : { ca });
    return { secureContext: this.context };
  }
}
