import type { Kafka } from 'kafkajs';

type Cluster = Readonly<{ targetTopics: Set<string> }>;
type Inside = Record<symbol, (options: object) => Cluster>;

const CREATE_CLUSTER = 'private:Kafka:createCluster';

/**
 * A client that has been told of no topic asks about every topic there is, and gives up when any of them, also one that is
 * nobody's concern here, has no leader at the time. So it is told what it is wanted for before it asks.
 */
export const wantedFor = (kafka: Kafka, topics: readonly string[]): Kafka => {
  const inside = kafka as unknown as Inside;
  const symbol = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === CREATE_CLUSTER,
  );
  const create = symbol && inside[symbol];
  if (symbol === undefined || create === undefined)
    throw new Error('this version of kafkajs is built otherwise');
  inside[symbol] = (options) => {
    const cluster = create(options);
    for (const topic of topics) cluster.targetTopics.add(topic);
    return cluster;
  };
  return kafka;
};
