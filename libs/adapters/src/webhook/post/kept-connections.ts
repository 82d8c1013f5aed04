import { Agent } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';

export type KeepingRules = Readonly<{
  /** No message begins on a connection that is older: a change of the target's DNS is seen by then. */
  lifeMs: number;
  /** A connection that nobody uses is closed after this, or sooner where the receiver says that it will. */
  idleMs: number;
  mostPerTarget: number;
  mostInAll: number;
  mostIdleInAll: number;
}>;

export const USUAL_KEEPING: KeepingRules = {
  lifeMs: 120_000,
  idleMs: 15_000,
  mostPerTarget: 64,
  mostInAll: 1_024,
  mostIdleInAll: 256,
};

/** Declared without an answer, http.Agent tells here whether the receiver is going to close the connection at once. */
const usualKeeping: unknown = Reflect.get(Agent.prototype, 'keepSocketAlive');
const isWorthKeeping = (agent: Agent, socket: Duplex): boolean =>
  typeof usualKeeping === 'function' && Reflect.apply(usualKeeping, agent, [socket]) !== false;

/**
 * Connections that outlive a message, by host, port and what TLS goes by; closed ones are taken up anew with the session
 * that they had. It knows no addresses: whoever sends on one looks where it leads first, each time.
 */
export class KeptConnections extends Agent {
  private readonly openSinceMs = new WeakMap<object, number>();
  private readonly idle = new Set<Duplex>();

  constructor(private readonly rules: KeepingRules = USUAL_KEEPING) {
    super({
      keepAlive: true,
      timeout: rules.idleMs,
      maxSockets: rules.mostPerTarget,
      maxFreeSockets: rules.mostPerTarget,
      maxTotalSockets: rules.mostInAll,
      maxCachedSessions: rules.mostIdleInAll,
    });
  }

  /** Since its handshake; none: it is not over. */
  ageOf(socket: object): number | undefined {
    const since = this.openSinceMs.get(socket);
    return since === undefined ? undefined : performance.now() - since;
  }

  isOutlived(socket: object): boolean {
    return (this.ageOf(socket) ?? 0) > this.rules.lifeMs;
  }

  override createConnection(
    options: RequestOptions,
    done?: (fault: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = super.createConnection(options, done);
    socket?.once('secureConnect', () => this.openSinceMs.set(socket, performance.now()));
    socket?.once('close', () => this.idle.delete(socket));
    return socket;
  }

  /** False closes it. */
  override keepSocketAlive(socket: Duplex): boolean {
    if (!isWorthKeeping(this, socket) || this.isOutlived(socket)) return false;
    this.idle.add(socket);
    this.closeLongestIdle();
    return true;
  }

  override reuseSocket(socket: Duplex, request: Parameters<Agent['reuseSocket']>[1]): void {
    this.idle.delete(socket);
    super.reuseSocket(socket, request);
  }

  private closeLongestIdle(): void {
    const [longest] = this.idle;
    if (longest && this.idle.size > this.rules.mostIdleInAll) longest.destroy();
  }
}
