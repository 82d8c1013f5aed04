import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

type Pair = Readonly<{ outside: Socket; inside: Socket }>;

/**
 * The port that clients see: bytes go through to the service behind it, so that a connection can be cut, held still or
 * refused as a network would do it.
 */
export class Door {
  private server: Server | undefined;
  /** By the port that the service sees as its peer. */
  private readonly pairs = new Map<number, Pair>();
  private isFrozen = false;
  private outsidePort = 0;

  constructor(private readonly insidePort: number) {}

  get port(): number {
    return this.outsidePort;
  }

  /** Opens on a free port the first time, later on the same one; `wanted` names one. */
  async open(wanted = this.outsidePort): Promise<void> {
    if (this.server) return;
    const server = createServer((outside) => this.admit(outside));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', resolve);
    });
    this.server = server;
    this.outsidePort = (server.address() as AddressInfo).port;
  }

  /** Refuses connections and cuts those there are. */
  async shut(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    this.cutAll();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  cutAll(): void {
    for (const peer of [...this.pairs.keys()]) this.cut(peer);
  }

  /** Cuts the connection of one peer, by the port that the service sees. */
  cut(peer: number): void {
    const pair = this.pairs.get(peer);
    this.pairs.delete(peer);
    // a socket that is ending cannot be reset any more: the platform would lose hold of it and never end its process
    if (pair?.outside.writableEnded === true) pair.outside.destroy();
    else pair?.outside.resetAndDestroy();
    pair?.inside.destroy();
  }

  /** Connections stay, nothing goes through: what a cable pulled out looks like. They do not outlive it. */
  freeze(frozen: boolean): void {
    if (this.isFrozen && !frozen) this.cutAll();
    this.isFrozen = frozen;
    for (const { outside, inside } of this.pairs.values()) this.hold(outside, inside);
  }

  private admit(outside: Socket): void {
    const inside = connect({ port: this.insidePort, host: '127.0.0.1', noDelay: true });
    outside.setNoDelay(true);
    const end = (): void => {
      outside.destroy();
      inside.destroy();
      this.pairs.delete(peer);
    };
    let peer = -1;
    for (const socket of [outside, inside]) socket.on('error', end).on('close', end);
    inside.once('connect', () => {
      peer = inside.localPort ?? -1;
      this.pairs.set(peer, { outside, inside });
      this.hold(outside, inside);
    });
  }

  private hold(outside: Socket, inside: Socket): void {
    if (this.isFrozen) {
      outside.unpipe(inside).pause();
      inside.unpipe(outside).pause();
    } else {
      outside.pipe(inside);
      inside.pipe(outside);
    }
  }
}
