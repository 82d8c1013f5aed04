import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { GuardedPoster } from './guarded-post';
import type { PosterOptions } from './guarded-post';
import { KeptConnections } from './kept-connections';
import { certificateFor } from './certificate.fixture';

const HOST = 'receiver.croydon.gov.uk';
const certificate = certificateFor(HOST);
const message = (id: string, host = HOST) => ({
  url: new URL(`https://${host}/hook`),
  headers: { 'webhook-id': id },
  body: `{"id":"${id}"}`,
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const takes: Handler = (_, response) => response.writeHead(204).end();

/** A receiver at an address of this machine: who connects, and which messages it got. */
class Receiver {
  connections = 0;
  resumed = 0;
  readonly ids: string[] = [];
  readonly open = new Set<Socket>();
  handler: Handler = takes;

  private constructor(
    readonly server: Server,
    readonly port: number,
  ) {}

  static async at(address: string, port = 0): Promise<Receiver> {
    const tls = { key: readFileSync(certificate.keyFile), cert: readFileSync(certificate.certFile) };
    const server = createServer({ ...tls, keepAliveTimeout: 60_000 });
    await new Promise<void>((resolve) => server.listen(port, address, resolve));
    const receiver = new Receiver(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket: Socket) => {
      receiver.connections += 1;
      receiver.open.add(socket);
    });
    server.on('secureConnection', (socket: TLSSocket) => {
      if (socket.isSessionReused()) receiver.resumed += 1;
    });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      receiver.ids.push(String(request.headers['webhook-id']));
      request.resume().on('end', () => receiver.handler(request, response));
    });
    return receiver;
  }

  cutAll(): void {
    for (const socket of this.open) socket.destroy();
    this.open.clear();
  }

  close(): Promise<void> {
    this.cutAll();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

describe('a connection to a receiver', () => {
  let receiver: Receiver;
  let poster: GuardedPoster;
  let address: string;
  const open = (options: PosterOptions = {}): GuardedPoster =>
    new GuardedPoster({
      isAllowed: (asked) => asked === '127.0.0.1',
      resolve: (_, done) => done(null, [{ address, family: 4 }]),
      tls: { ca: readFileSync(certificate.certFile), port: receiver.port },
      ...options,
    });
  beforeEach(async () => {
    address = '127.0.0.1';
    receiver = await Receiver.at(address);
    poster = open();
  });
  afterEach(async () => {
    poster.close();
    await receiver.close();
  });
  afterAll(() => certificate.remove());

  const until = async (isSo: () => boolean): Promise<void> => {
    for (const end = Date.now() + 20_000; !isSo();) {
      if (Date.now() > end) throw new Error('it did not come to that');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('carries one message after the other', async () => {
    for (const id of ['1', '2', '3'])
      expect(await poster.post(message(id))).toEqual({ status: 204, retryAfter: undefined });
    expect([receiver.connections, receiver.ids]).toEqual([1, ['1', '2', '3']]);
  });

  it('carries any number without anything of them staying behind', async () => {
    const kept = new KeptConnections();
    const [ca, { port }] = [readFileSync(certificate.certFile), receiver];
    const listening = async (): Promise<number | undefined> => {
      await new Promise((done, failed) => {
        const to = { agent: kept, ca, port, host: '127.0.0.1', servername: HOST };
        request(to, (answer) => answer.resume().once('close', done))
          .once('error', failed)
          .end();
      });
      await until(() => Object.keys(kept.freeSockets).length === 1);
      return Object.values(kept.freeSockets)[0]?.[0]?.listenerCount('close');
    };
    const first = await listening();
    for (let more = 0; more < 3; more += 1) expect(await listening()).toBe(first);
    expect(receiver.connections).toBe(1);
    kept.destroy();
  });

  it('is not shared by hosts that stand at one address', async () => {
    await poster.post(message('1'));
    await expect(poster.post(message('2', 'other.croydon.gov.uk'))).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(receiver.connections).toBe(2);
  });

  it('is one of so many at most, and the others wait for it', async () => {
    poster = open({ keeping: { mostPerTarget: 2 } });
    await Promise.all(['1', '2', '3', '4', '5', '6'].map((id) => poster.post(message(id))));
    expect([receiver.connections, receiver.ids.length]).toEqual([2, 6]);
  });

  it('is closed once it is idle, and taken up anew with the session it had', async () => {
    poster = open({ keeping: { idleMs: 30 } });
    await poster.post(message('1'));
    await until(() => [...receiver.open].every((socket) => socket.destroyed));
    await poster.post(message('2'));
    expect([receiver.connections, receiver.resumed]).toEqual([2, 1]);
  });

  it('is not used once it has lived its time', async () => {
    poster = open({ keeping: { lifeMs: 0 } });
    await poster.post(message('1'));
    await poster.post(message('2'));
    expect([receiver.connections, receiver.ids]).toEqual([2, ['1', '2']]);
  });

  it('lives no longer for others waiting for it', async () => {
    poster = open({ keeping: { lifeMs: 0, mostPerTarget: 1 } });
    await Promise.all(['1', '2', '3'].map((id) => poster.post(message(id))));
    expect(receiver.connections).toBe(3);
  });

  it('leads where it led when the name comes to stand elsewhere, and then nowhere that is not public', async () => {
    poster = open({ keeping: { idleMs: 50 } });
    const inside = await Receiver.at('127.0.0.2', receiver.port);
    await poster.post(message('1'));
    address = '127.0.0.2';
    await poster.post(message('2'));
    expect(receiver.ids).toEqual(['1', '2']);
    await until(() => [...receiver.open].every((socket) => socket.destroyed));
    await expect(poster.post(message('3'))).rejects.toMatchObject({ code: 'target/address-not-public' });
    expect([inside.connections, receiver.ids]).toEqual([0, ['1', '2']]);
    await inside.close();
  });

  it('is looked at before each message, not only when it is opened', async () => {
    let isAllowed = true;
    poster = open({ isAllowed: () => isAllowed });
    await poster.post(message('1'));
    isAllowed = false;
    await expect(poster.post(message('2'))).rejects.toMatchObject({ code: 'target/address-not-public' });
    expect(receiver.ids).toEqual(['1']);
  });

  it('may be cut by the receiver while it is idle, and nothing is lost', async () => {
    for (const id of ['1', '2', '3']) {
      expect(await poster.post(message(id))).toMatchObject({ status: 204 });
      receiver.cutAll();
    }
    expect([...new Set(receiver.ids)]).toEqual(['1', '2', '3']);
  });

  it('may be cut when the next message has come, which is then sent once more on another', async () => {
    await poster.post(message('1'));
    receiver.handler = (request) => {
      receiver.handler = takes;
      request.socket.destroy();
    };
    expect(await poster.post(message('2'))).toMatchObject({ status: 204 });
    expect(receiver.ids).toEqual(['1', '2', '2']);
  });

  it('that is new and cut tells of trouble at once', async () => {
    receiver.handler = (request) => request.socket.destroy();
    await expect(poster.post(message('1'))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(receiver.ids).toEqual(['1']);
  });

  it('is cut by the caller without another try', async () => {
    await poster.post(message('1'));
    const cut = new AbortController();
    receiver.handler = () => cut.abort();
    await expect(poster.post(message('2'), cut.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(receiver.ids).toEqual(['1', '2']);
  });

  it('is lost to an answer that has no end', async () => {
    receiver.handler = (_, response) => {
      receiver.handler = takes;
      response.writeHead(200).write('x'.repeat(65_536));
    };
    expect(await poster.post(message('1'))).toMatchObject({ status: 200 });
    expect(await poster.post(message('2'))).toMatchObject({ status: 204 });
    expect(receiver.connections).toBe(2);
  });

  it('is closed before its time where very many are idle', async () => {
    poster = open({ keeping: { mostIdleInAll: 1, idleMs: 600_000 } });
    await Promise.all(['1', '2', '3'].map((id) => poster.post(message(id))));
    await until(() => [...receiver.open].filter((socket) => !socket.destroyed).length === 1);
    expect(receiver.ids.length).toBe(3);
  });
});
