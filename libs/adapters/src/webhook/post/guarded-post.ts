import { request } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { ConnectionOptions, SecureContext } from 'node:tls';
import { isPublicAddress } from '../guard/special-addresses';
import { guardedLookup, systemResolve } from './guarded-lookup';
import type { Resolve } from './guarded-lookup';
import { KeptConnections, USUAL_KEEPING } from './kept-connections';
import type { KeepingRules } from './kept-connections';
import { BlockedAddress, StaleConnection } from './post-fault';

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
  keeping?: Partial<KeepingRules>;
  tls?: Pick<RequestOptions, 'ca' | 'port'>;
}>;

type Sending = Readonly<{ outgoing: ClientRequest; body: string; wasUsed: boolean }>;
/** `connections`: to take one from and leave it with; none: one of its own, closed after it. */
type Way = Readonly<{ signal: AbortSignal; connections: KeptConnections | undefined }>;

const drained = (answer: IncomingMessage, done: () => void): void => {
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    // which costs the connection
    if (bytes > MOST_ANSWER_BYTES) answer.destroy();
  });
  answer.once('close', done);
};

const answerTo = (outgoing: ClientRequest): Promise<Answered> =>
  new Promise((answered, failed) => {
    outgoing.once('response', (answer) => {
      const { statusCode: status = 0, headers } = answer;
      drained(answer, () => answered({ status, retryAfter: headers['retry-after'] }));
    });
    outgoing.once('error', failed);
  });

/**
 * Posts to addresses of others without letting them lead it anywhere else: no redirects, no proxies. Connections are
 * kept for a while, and looked at anew before each message.
 */
export class GuardedPoster {
  private readonly isAllowed: (address: string) => boolean;
  private readonly connections: KeptConnections;
  private context: SecureContext | undefined;

  constructor(private readonly options: PosterOptions = {}) {
    this.isAllowed = options.isAllowed ?? isPublicAddress;
    this.connections = new KeptConnections({ ...USUAL_KEEPING, ...options.keeping });
  }

  /** The status answered, redirects included. Throws BlockedAddress, or what the network or the time limit or `cut` threw. */
  async post(message: Outgoing, cut?: AbortSignal): Promise<Answered> {
    const host = message.url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(host) !== 0 && !this.isAllowed(host)) throw new BlockedAddress();
    const { timeoutMs = TIMEOUT_MS } = this.options;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(cut ? [cut] : [])]);
    try {
      return await this.tryOnce(message, { signal, connections: this.connections });
    } catch (fault) {
      if (!(fault instanceof StaleConnection)) throw fault;
      // its receiver knows it by its id, should it have had it already
      return await this.tryOnce(message, { signal, connections: undefined });
    }
  }

  /** Closes what is kept. Whatever is posted later opens connections anew. */
  close(): void {
    this.connections.destroy();
  }

  private async tryOnce(message: Outgoing, { signal, connections }: Way): Promise<Answered> {
    const outgoing = this.opened(message, { signal, connections });
    const connection = { wasUsed: false };
    outgoing.once('socket', (socket) => {
      const wasUsed = connections?.ageOf(socket) !== undefined;
      connection.wasUsed = wasUsed;
      if (connections?.isOutlived(socket) === true) outgoing.destroy(new StaleConnection());
      else this.sendOn(socket, { outgoing, body: message.body, wasUsed });
    });
    try {
      return await answerTo(outgoing);
    } catch (fault) {
      if (signal.aborted || fault instanceof BlockedAddress || !connection.wasUsed) throw fault;
      throw new StaleConnection(fault);
    }
  }

  private opened({ url, headers, body }: Outgoing, { signal, connections }: Way): ClientRequest {
    const { resolve = systemResolve, tls: { port } = {} } = this.options;
    return request(url, {
      ...(port === undefined ? {} : { port }),
      ...this.trusted(),
      method: 'POST',
      agent: connections ?? false,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: guardedLookup(resolve, this.isAllowed),
      signal,
    });
  }

  /** Not a byte of the message goes before the address was seen that the socket is connected to. */
  private sendOn(socket: Socket, { outgoing, body, wasUsed }: Sending): void {
    // what the guard at resolving may have missed (an address as host, a resolver of another layer) is seen here
    const isAstray = (): boolean => {
      const isRefused = !this.isAllowed(socket.remoteAddress ?? '');
      if (isRefused) outgoing.destroy(new BlockedAddress());
      return isRefused;
    };
    if (socket.connecting) socket.once('connect', isAstray);
    else if (isAstray()) return;
    if (wasUsed) outgoing.end(body);
    else socket.once('secureConnect', () => outgoing.end(body));
  }

  /** Whom to trust is worked out once, at the first post: anew for each it would be a tenth of its cost. */
  private trusted(): Pick<ConnectionOptions, 'secureContext'> {
    const { ca } = this.options.tls ?? {};
    this.context ??= createSecureContext(ca === undefined ? {} : { ca });
    return { secureContext: this.context };
  }
}
