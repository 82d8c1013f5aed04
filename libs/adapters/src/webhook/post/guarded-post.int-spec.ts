import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { certificateFor } from './certificate.fixture';
import { GuardedPoster } from './guarded-post';
import type { PosterOptions } from './guarded-post';
import { systemResolve } from './guarded-lookup';
import type { Resolve } from './guarded-lookup';

const HOST = 'receiver.croydon.gov.uk';
const certificate = certificateFor(HOST);
const { keyFile, certFile } = certificate;
const outgoing = { url: new URL(`https://${HOST}/hook`), headers: { 'webhook-id': 'm-1' }, body: '{"é":1}' };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A receiver on loopback that counts who connects, and what it was sent. */
class Receiver {
  connections = 0;
  readonly bodies: string[] = [];
  private readonly server: Server;
  handler: Handler = (_, response) => response.writeHead(204).end();

  constructor() {
    const tls = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
    this.server = createServer(tls, (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        this.bodies.push(body);
        this.handler(request, response);
      });
    });
    this.server.on('connection', () => (this.connections += 1));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const resolvingTo =
  (...addresses: readonly string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

let receiver: Receiver;
let port: number;
const poster = (options: PosterOptions = {}): GuardedPoster =>
  new GuardedPoster({
    resolve: resolvingTo('127.0.0.1'),
    tls: { ca: readFileSync(certFile), port },
    ...options,
  });
const allowed = { isAllowed: () => true };

afterAll(() => certificate.remove());
beforeEach(async () => {
  receiver = new Receiver();
  port = await receiver.listen();
});
afterEach(() => receiver.close());

describe('a post to somebody else’s address', () => {
  it('arrives whole, and tells the status', async () => {
    expect(await poster(allowed).post(outgoing)).toEqual({ status: 204, retryAfter: undefined });
    expect(receiver.bodies).toEqual([outgoing.body]);
  });

  it('tells when to come again', async () => {
    receiver.handler = (_, response) => response.writeHead(429, { 'retry-after': '120' }).end();
    expect(await poster(allowed).post(outgoing)).toEqual({ status: 429, retryAfter: '120' });
  });

  it('follows no redirect', async () => {
    receiver.handler = (_, response) =>
      response.writeHead(302, { location: `https://${HOST}/elsewhere` }).end();
    expect(await poster(allowed).post(outgoing)).toMatchObject({ status: 302 });
    expect(receiver.connections).toBe(1);
  });

  it('reads no answer without end', async () => {
    receiver.handler = (_, response) => {
      const more = (): void => {
        while (response.writable && response.write('x'.repeat(65_536)));
      };
      response
        .writeHead(200)
        .on('drain', more)
        .on('error', () => undefined);
      more();
    };
    expect(await poster(allowed).post(outgoing)).toMatchObject({ status: 200 });
  });

  it('waits for no answer longer than its time', async () => {
    receiver.handler = () => undefined;
    await expect(poster({ ...allowed, timeoutMs: 200 }).post(outgoing)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('trusts no certificate but a right one', async () => {
    await expect(poster({ ...allowed, tls: { port } }).post(outgoing)).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(receiver.bodies).toEqual([]);
  });

  it.each([
    ['a private one', ['127.0.0.1']],
    ['a public one and a private one', ['93.184.216.34', '127.0.0.1']],
    ['an IPv6 one that stands for it', ['::ffff:127.0.0.1']],
    ['none', []],
  ])('is not even tried where the name resolves to %s', async (_, addresses) => {
    await expect(poster({ resolve: resolvingTo(...addresses) }).post(outgoing)).rejects.toMatchObject({
      code: 'target/address-not-public',
    });
    expect(receiver.connections).toBe(0);
  });

  it('is not even tried for an address as host, of which the resolver is never asked', async () => {
    for (const host of ['127.0.0.1', '[::1]', '2130706433', '[::ffff:7f00:1]'])
      await expect(
        poster({ resolve: systemResolve }).post({ ...outgoing, url: new URL(`https://${host}/`) }),
      ).rejects.toMatchObject({ code: 'target/address-not-public' });
    expect(receiver.connections).toBe(0);
  });

  it('sends nothing where the connected socket is found at a private address after all', async () => {
    let asked = 0;
    // as if the name had been resolved anew between the check and the connection
    const atFirst = { isAllowed: () => (asked += 1) === 1 };
    await expect(poster(atFirst).post(outgoing)).rejects.toMatchObject({ code: 'target/address-not-public' });
    expect(receiver.bodies).toEqual([]);
  });
});
