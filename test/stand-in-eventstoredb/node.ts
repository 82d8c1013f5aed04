import type { Metadata, ServiceError } from '@grpc/grpc-js';
import type { Decision, Expected } from './commit-check';
import type { Door } from './door';
import type { Faults } from './faults';
import type { LogBook, ProposedEvent } from './log-book';
import { jsonEvent } from './log-book';
import { refusals } from './refusals';

export type Endpoint = Readonly<{ host: string; port: number }>;
export type Login = Readonly<{ username: string; password: string }>;

/** One server of the stand-in: a log (which several may share, as a cluster does) and what is said about it. */
export class Node {
  /** Where the leader is; undefined for this node itself. */
  leader: Endpoint | undefined;
  /** Calls taken although another node leads. */
  takenAsFollower = 0;
  private sinceSystemEvent = 0;

  constructor(
    readonly book: LogBook,
    readonly faults: Faults,
    private readonly settings: Readonly<{
      maxAppendBytes: number;
      systemEventEvery: number;
      login?: Login;
    }>,
    private readonly door: () => Door,
  ) {}

  get maxAppendBytes(): number {
    return this.settings.maxAppendBytes;
  }

  get self(): Endpoint {
    return { host: '127.0.0.1', port: this.door().port };
  }

  /** Appends, and now and then writes an event of the server's own behind it, as statistics and projections do. */
  async commit(stream: string, expected: Expected, events: readonly ProposedEvent[]): Promise<Decision> {
    const decision = await this.book.commit(stream, expected, events);
    if (decision.kind === 'written') {
      this.sinceSystemEvent += 1;
      if (this.sinceSystemEvent % this.settings.systemEventEvery === 0) await this.writeSystemEvents(1);
    }
    return decision;
  }

  async writeSystemEvents(count: number): Promise<void> {
    for (let written = 0; written < count; written += 1)
      await this.book.commit('$stats-127.0.0.1:2113', 'any', [
        jsonEvent(crypto.randomUUID(), '$statsCollected', { 'proc-cpu': 0 }),
      ]);
  }

  currentOf(stream: string): number {
    return this.book.streams.get(stream)?.events.at(-1)?.revision ?? -1;
  }

  /** A node that does not lead refuses what asks for the leader; wrong credentials are refused everywhere. */
  refusalOf(metadata: Metadata): ServiceError | undefined {
    const { login } = this.settings;
    const wanted = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
    if (wanted !== undefined && metadata.get('authorization')[0] !== wanted) return refusals.accessDenied();
    if (!this.leader) return undefined;
    if (metadata.get('requires-leader')[0] === 'true') return this.notLeader();
    this.takenAsFollower += 1;
    return undefined;
  }

  notLeader(): ServiceError {
    const { host, port } = this.leader ?? this.self;
    return refusals.notLeader(host, port);
  }

  /** Cuts the connection of the call; the answer goes nowhere. */
  dropConnection(peer: string): ServiceError {
    this.door().cut(Number(peer.slice(peer.lastIndexOf(':') + 1)));
    return refusals.notReady();
  }
}
