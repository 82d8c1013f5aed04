import { createServer, connect } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Between, Place } from '../../../apps/cli/src/engines/engine-set';

/**
 * What the line does. `latency`: every piece is late by so much, each way. `reset`: connections are reset, new ones too.
 * `refuse`: nobody listens any more. `blackhole`: everything is taken and nothing comes out. `cut-after`: each connection
 * is reset once it has carried so many bytes, counted from now, towards the engine or back from it.
 */
export type Fault =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'latency'; ms: number }>
  | Readonly<{ kind: 'reset' }>
  | Readonly<{ kind: 'refuse' }>
  | Readonly<{ kind: 'blackhole' }>
  | Readonly<{ kind: 'cut-after'; bytes: number; way: 'to-engine' | 'from-engine' }>;

type Way = 'to-engine' | 'from-engine';
type Line = {
  readonly client: Socket;
  readonly engine: Socket;
  readonly carried: Record<Way, number>;
  readonly waiting: Record<Way, number>;
};

/** What a line holds back at most while it is slow; then the sender has to wait. */
const MOST_WAITING_BYTES = 1_048_576;
const nothing = (): Record<Way, number> => ({ 'to-engine': 0, 'from-engine': 0 });

/** Stands in front of an engine, on a loopback port of its own, and passes every byte on unless told otherwise. */
export class FaultProxy implements Between {
  private fault: Fault = { kind: 'none' };
  private engine: Place | undefined;
  private readonly lines = new Set<Line>();

  private constructor(
    private readonly server: Server,
    readonly place: Place,
  ) {
    server.on('connection', (client) => this.take(client));
  }

  static async open(): Promise<FaultProxy> {
    const server = createServer({ noDelay: true });
    await listen(server, 0);
    const { port } = server.address() as AddressInfo;
    return new FaultProxy(server, { host: '127.0.0.1', port });
  }

  /** How many connections go through it now. */
  get connections(): number {
    return this.lines.size;
  }

  leadTo(engine: Place): void {
    this.engine = engine;
  }

  /** From now on, on connections that are there as on new ones. */
  async behave(fault: Fault): Promise<void> {
    const before = this.fault.kind;
    this.fault = fault;
    for (const { carried } of this.lines) Object.assign(carried, nothing());
    if (before !== fault.kind) {
      if (before === 'refuse') await listen(this.server, this.place.port);
      if (fault.kind === 'refuse') this.server.close();
      // a hole that bytes fell into does not give them back: what is left of such a connection is of no use
      if (before === 'blackhole') this.cutAll();
    }
    if (fault.kind === 'refuse' || fault.kind === 'reset') this.cutAll();
  }

  /** Resets what is there; new connections go through as before. */
  cutAll(): void {
    for (const line of this.lines) cut(line);
  }

  close(): Promise<void> {
    this.cutAll();
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private take(client: Socket): void {
    if (this.fault.kind === 'reset' || !this.engine) {
      client.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const engine = connect({ ...this.engine, noDelay: true });
    const line: Line = { client, engine, carried: nothing(), waiting: nothing() };
    this.lines.add(line);
    this.carry(line, 'to-engine');
    this.carry(line, 'from-engine');
  }

  private carry(line: Line, way: Way): void {
    const [from, to] = way === 'to-engine' ? [line.client, line.engine] : [line.engine, line.client];
    // pieces stay in order however the delay changes while they wait
    let turn = Promise.resolve();
    const inTurn = (work: () => void): void => {
      const ready = this.delay();
      turn = turn.then(() => ready).then(work);
    };
    from.on('data', (piece: Buffer) => {
      if (this.fault.kind === 'blackhole') return;
      line.carried[way] += piece.length;
      line.waiting[way] += piece.length;
      if (line.waiting[way] > MOST_WAITING_BYTES) from.pause();
      const room = this.roomFor(line, way, piece.length);
      inTurn(() => {
        line.waiting[way] -= piece.length;
        if (room < piece.length) to.write(piece.subarray(0, Math.max(room, 0)), () => cut(line));
        else if (to.write(piece)) from.resume();
        else to.once('drain', () => from.resume());
      });
    });
    from.on('end', () => inTurn(() => to.end()));
    from.on('error', () => cut(line));
    from.on('close', () => {
      this.lines.delete(line);
      inTurn(() => to.destroy());
    });
  }

  private delay(): Promise<void> {
    const { fault } = this;
    if (fault.kind !== 'latency') return Promise.resolve();
    return new Promise((resolve) => setTimeout(resolve, fault.ms));
  }

  /** How much of a piece still goes through. */
  private roomFor({ carried }: Line, way: Way, length: number): number {
    const { fault } = this;
    if (fault.kind !== 'cut-after' || fault.way !== way) return length;
    return length - Math.max(carried[way] - fault.bytes, 0);
  }
}

/** A socket that is ending cannot be reset any more: the platform would lose hold of it and never end its process. */
const reset = (socket: Socket): void => {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
};

const cut = ({ client, engine }: Line): void => {
  for (const socket of [client, engine]) if (!socket.destroyed) reset(socket);
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
