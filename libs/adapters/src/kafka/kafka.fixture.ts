import { randomUUID } from 'node:crypto';
import type { BusMessage } from '@ibex/kernel';
import { Kafka, logLevel } from 'kafkajs';
import type { Admin, KafkaMessage } from 'kafkajs';
import { topicOf } from './kafka.settings';

/** A plain client, for what specs do beside the bus. */
export const plainClient = (brokers: string): Kafka =>
  new Kafka({ brokers: [brokers], clientId: 'spec', logLevel: logLevel.NOTHING });

export const withAdmin = async <T>(brokers: string, work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = plainClient(brokers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

/** Topics of authorities, with one partition each unless told otherwise. */
export const makeTopics = (
  brokers: string,
  authorities: readonly string[],
  { partitions = 1, configs = {} }: Readonly<{ partitions?: number; configs?: Record<string, string> }> = {},
): Promise<boolean> =>
  withAdmin(brokers, (admin) =>
    admin.createTopics({
      waitForLeaders: true,
      topics: authorities.map((authority) => ({
        topic: topicOf(authority),
        numPartitions: partitions,
        replicationFactor: 1,
        configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })),
      })),
    }),
  );

/** A notice as the relay hands it over. */
export const aMessage = (
  authority: string,
  sequence: number,
  key = 'record-1',
  kind = 'notice',
): BusMessage => ({
  authority,
  key,
  event: {
    specversion: '1.0',
    id: `${authority}-${sequence}`,
    source: 'urn:ibex:authority:E09000007',
    type: 'uk.ibex.placement.notified',
    subject: key,
    time: '2026-03-02T09:00:00.000Z',
    datacontenttype: 'application/json',
    sequence,
    data: { kind },
  },
});

export const someMessages = (authority: string, count: number, from = 1): readonly BusMessage[] =>
  Array.from({ length: count }, (_, at) => aMessage(authority, from + at, `record-${(from + at) % 7}`));

/** Everything that stands in an authority's topic now, in the order of each partition. */
export const recordsIn = async (brokers: string, authority: string): Promise<readonly KafkaMessage[]> => {
  const topic = topicOf(authority);
  const ends = await withAdmin(brokers, (admin) => admin.fetchTopicOffsets(topic));
  const waiting = new Map(
    ends.filter(({ high, low }) => high !== low).map(({ partition, high }) => [partition, BigInt(high)]),
  );
  const records: KafkaMessage[] = [];
  if (waiting.size === 0) return records;
  const consumer = plainClient(brokers).consumer({ groupId: `spec-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      const eachMessage = ({
        partition,
        message,
      }: {
        partition: number;
        message: KafkaMessage;
      }): Promise<void> => {
        records.push(message);
        if (BigInt(message.offset) + 1n >= (waiting.get(partition) ?? 0n)) waiting.delete(partition);
        if (waiting.size === 0) resolve();
        return Promise.resolve();
      };
      consumer.run({ eachMessage }).catch(reject);
    });
    return records;
  } finally {
    await consumer.disconnect();
  }
};

/** Ids in the order read, each where it came first: what a reader that dedupes keeps. */
export const idsOnce = (records: readonly KafkaMessage[]): readonly string[] => [
  ...new Set(records.map(({ headers }) => String(headers?.['ce_id']))),
];
