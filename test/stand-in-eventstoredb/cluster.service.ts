import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { UUID } from '@eventstore/db-client/generated/shared_pb';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { Endpoint, Node } from './node';

const VERSION = '24.10.0';
const STREAMS = 'event_store.client.streams.Streams';

const FEATURES: Readonly<Record<string, readonly string[]>> = { read: ['position', 'events'] };

export const supportedMethods =
  () =>
  (_: ServerUnaryCall<Empty, SupportedMethods>, callback: sendUnaryData<SupportedMethods>): void => {
    const methods = Object.keys(StreamsService).map((name) =>
      new SupportedMethod()
        .setServiceName(STREAMS)
        .setMethodName(name.toLowerCase())
        .setFeaturesList([...(FEATURES[name] ?? [])]),
    );
    callback(null, new SupportedMethods().setEventStoreServerVersion(VERSION).setMethodsList(methods));
  };

const memberOf = ({ host, port }: Endpoint, state: MemberInfo.VNodeState): MemberInfo =>
  new MemberInfo()
    .setInstanceId(new UUID().setString(crypto.randomUUID()))
    .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
    .setState(state)
    .setIsAlive(true)
    .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port));

/** What this node knows of the cluster: itself, and the leader when that is another. */
export const gossip =
  (node: Node) =>
  (_: ServerUnaryCall<Empty, ClusterInfo>, callback: sendUnaryData<ClusterInfo>): void => {
    const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
    const members = node.leader
      ? [memberOf(node.self, FOLLOWER), memberOf(node.leader, LEADER)]
      : [memberOf(node.self, LEADER)];
    callback(null, new ClusterInfo().setMembersList(members));
  };
