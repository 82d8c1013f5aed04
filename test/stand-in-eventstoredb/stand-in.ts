import { readFileSync } from 'node:fs';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { appendTo } from './append.service';
import { batchAppendTo } from './batch-append.service';
import { gossip, supportedMethods } from './cluster.service';
import { deleteFrom, tombstone } from './delete.service';
import { Door } from './door';
import { Faults } from './faults';
import { serializeFrame } from './frames';
import { KeptFile } from './kept-file';
import { jsonEvent, LogBook } from './log-book';
import { Node } from './node';
import type { Endpoint, Login } from './node';
import { readFrom } from './read.service';

export type TlsFiles = Readonly<{ certFile: string; keyFile: string; clientCaFile?: string }>;

export type StandInOptions = Readonly<{
  /** 0 or absent: a free one. */
  port?: number;
  /** Acknowledged events are kept here and read again at the start. */
  folder?: string;
  tls?: TlsFiles;
  login?: Login;
  maxAppendBytes?: number;
  /** An event of the server's own after so many appends. */
  systemEventEvery?: number;
  /** The log of another stand-in: both are nodes of one cluster. */
  sharing?: StandIn;
}>;

const DEFAULTS = { maxAppendBytes: 1_048_576, systemEventEvery: 7 };

const credentialsFor = (tls: TlsFiles | undefined): ServerCredentials => {
  if (!tls) return ServerCredentials.createInsecure();
  const pair = { cert_chain: readFileSync(tls.certFile), private_key: readFileSync(tls.keyFile) };
  const ca = tls.clientCaFile === undefined ? null : readFileSync(tls.clientCaFile);
  return ServerCredentials.createSsl(ca, [pair], ca !== null);
};

/** What a new database holds before anybody appends to it. */
const firstEvents = async (book: LogBook): Promise<void> => {
  await book.commit('$$$settings', 'any', [jsonEvent(crypto.randomUUID(), '$metadata', {})]);
  await book.commit('$users', 'any', [jsonEvent(crypto.randomUUID(), '$User', {})]);
  await book.commit('$epoch-information', 'any', [jsonEvent(crypto.randomUUID(), '$epoch-information', {})]);
};

/**
 * A stand-in for EventStoreDB: the server's side of its client's own gRPC services, with the server's rules for
 * positions, order, expected revisions and repeats, and with faults that can be switched on.
 */
export class StandIn {
  private constructor(
    readonly node: Node,
    private readonly parts: Readonly<{ server: Server; door: Door; kept: KeptFile | undefined }>,
    private readonly options: StandInOptions,
  ) {}

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const kept = options.folder === undefined ? undefined : new KeptFile(options.folder);
    const book = options.sharing?.node.book ?? new LogBook(kept);
    if (book.log.length === 0) await firstEvents(book);
    const node: Node = new Node(book, new Faults(), { ...DEFAULTS, ...options }, () => door);
    const server = serving(node);
    const door = new Door(await bound(server, credentialsFor(options.tls)));
    await door.open(options.port ?? 0);
    return new StandIn(node, { server, door, kept }, options);
  }

  get faults(): Faults {
    return this.node.faults;
  }

  get endpoint(): Endpoint {
    return this.node.self;
  }

  get connectionString(): string {
    const { host, port } = this.endpoint;
    return `esdb://${host}:${port}?tls=${String(this.options.tls !== undefined)}`;
  }

  /** Connections are refused and those there are cut, until `comeBack`. */
  goAway(): Promise<void> {
    return this.parts.door.shut();
  }

  comeBack(): Promise<void> {
    return this.parts.door.open();
  }

  cutConnections(): void {
    this.parts.door.cutAll();
  }

  /** Connections stay, nothing goes through. */
  freeze(frozen: boolean): void {
    this.parts.door.freeze(frozen);
  }

  /** Ends every subscription as a server does that is going down. */
  killSubscriptions(): void {
    this.node.book.changes.emit('kill-subscriptions');
  }

  /** Makes this node a follower of another. */
  follow(leader: StandIn): void {
    this.node.leader = leader.endpoint;
  }

  lead(): void {
    this.node.leader = undefined;
  }

  async stop(): Promise<void> {
    await this.parts.door.shut();
    this.parts.server.forceShutdown();
    this.parts.kept?.close();
  }
}

const serving = (node: Node): Server => {
  // The log may hold records larger than gRPC's usual limit of 4 MiB, and batches come in pieces of 3 MiB.
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  const streams: UntypedServiceImplementation = {
    read: readFrom(node),
    append: appendTo(node),
    batchAppend: batchAppendTo(node),
    delete: deleteFrom(node),
    tombstone: tombstone(node),
  };
  const read = { ...StreamsService.read, responseSerialize: serializeFrame };
  server.addService({ ...StreamsService, read }, streams);
  server.addService(ServerFeaturesService, { getSupportedMethods: supportedMethods() });
  server.addService(GossipService, { read: gossip(node) });
  return server;
};

const bound = (server: Server, credentials: ServerCredentials): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, port) => (error ? reject(error) : resolve(port)));
  });
