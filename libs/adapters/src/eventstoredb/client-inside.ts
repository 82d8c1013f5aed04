import type { EventStoreDBClient } from '@eventstore/db-client';
import type { BaseOptions } from '@eventstore/db-client';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { CallOptions, Channel, ClientReadableStream, Metadata } from '@grpc/grpc-js';

type Streams = typeof StreamsClient;

/**
 * What the client offers to classes that extend it: one channel that finds the leader, and calls on it with our
 * credentials. Its public calls are not enough: see "Decisions" in the README of this folder.
 */
export type ClientInside = Readonly<{
  execute<T>(service: Streams, name: string, action: (streams: StreamsClient) => Promise<T>): Promise<T>;
  GRPCStreamCreator<T>(
    service: Streams,
    name: string,
    open: (streams: StreamsClient) => ClientReadableStream<T>,
  ): () => Promise<ClientReadableStream<T>>;
  callArguments(base: BaseOptions, options: CallOptions): [Metadata, CallOptions];
  getChannel(): Promise<Channel>;
}>;

export const insideOf = (client: EventStoreDBClient): ClientInside => client as unknown as ClientInside;
