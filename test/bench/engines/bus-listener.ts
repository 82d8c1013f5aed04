import { topicOf } from '@ibex/adapters/kafka';
import { Kafka, logLevel } from 'kafkajs';
import type { KafkaMessage } from 'kafkajs';
import type { Heard } from '../listeners';

type Detail = Readonly<{ links: Readonly<{ detail: string }> }>;

const detailOf = ({ value }: KafkaMessage): string =>
  (JSON.parse(value?.toString() ?? '') as Detail).links.detail;

/** When each message, known by the link to its detail, reached a consumer of every topic in this process. */
export const listenOnKafka = async (
  brokers: string,
  authorities: readonly string[],
): Promise<Pick<Heard, 'at'> & Readonly<{ stop(): Promise<void> }>> => {
  const heard = new Map<string, number>();
  const client = new Kafka({ brokers: [brokers], clientId: 'bench-borough', logLevel: logLevel.NOTHING });
  const consumer = client.consumer({ groupId: 'bench-borough' });
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.connect();
  await consumer.subscribe({ topics: authorities.map(topicOf), fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message }) => {
      heard.set(detailOf(message), performance.now());
      return Promise.resolve();
    },
  });
  await joined;
  return { at: (detail) => heard.get(detail), stop: () => consumer.disconnect() };
};
