import { createServer } from 'node:https';
import type { Server, ServerOptions } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Behaviour } from './receiver.orders';

const DAWDLES_MS = 5_000;
const FLAPS_MS = 3_000;
const STUMBLES_MOST_MS = 25;
const STUMBLES_ONE_IN = 30;

type Tls = Pick<ServerOptions, 'key' | 'cert'>;
/** Keeps a message that was taken. */
export type Take = (host: string, body: string, headers: IncomingHttpHeaders) => void;

/** One port on loopback, which may open and close while it keeps its number. */
export class ReceivingDoor {
  private how: Behaviour = 'takes';
  private server: Server | undefined;
  private flapping: ReturnType<typeof setInterval> | undefined;
  /** One change after the other. */
  private changing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly tls: Tls,
    private readonly take: Take,
    private ownPort: number,
  ) {}

  static async open(tls: Tls, take: Take): Promise<ReceivingDoor> {
    const door = new ReceivingDoor(tls, take, 0);
    await door.listen();
    return door;
  }

  get port(): number {
    return this.ownPort;
  }

  behave(how: Behaviour): Promise<void> {
    clearInterval(this.flapping);
    this.how = how;
    if (how === 'flaps') this.flapping = setInterval(() => void this.inTurn(() => this.flap()), FLAPS_MS);
    return this.inTurn(() => (how === 'refuses' || how === 'flaps' ? this.shut() : this.listen()));
  }

  private inTurn(change: () => Promise<void>): Promise<void> {
    this.changing = this.changing.then(change);
    return this.changing;
  }

  private flap(): Promise<void> {
    return this.server ? this.shut() : this.listen();
  }

  private async listen(): Promise<void> {
    if (this.server) return;
    const server = createServer(this.tls, (request, response) => this.receive(request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.ownPort, '127.0.0.1', resolve);
    });
    this.server = server;
    this.ownPort = (server.address() as AddressInfo).port;
  }

  private async shut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    server?.closeAllConnections();
    await closed;
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const afterMs = this.answersInMs();
      if (afterMs === 0) this.answer(request, response, body);
      else setTimeout(() => this.answer(request, response, body), afterMs);
    });
  }

  private answersInMs(): number {
    if (this.how === 'dawdles') return DAWDLES_MS;
    return this.how === 'stumbles' ? Math.random() * STUMBLES_MOST_MS : 0;
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const stumbles = this.how === 'stumbles' && Math.random() * STUMBLES_ONE_IN < 1;
    // what a receiver has it has, whether or not its answer is still heard
    if (!stumbles) this.take(request.headers.host ?? '', body, request.headers);
    response.writeHead(stumbles ? 503 : 204).end();
  }
}
