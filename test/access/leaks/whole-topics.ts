import { Kafka, logLevel } from 'kafkajs';

/** Everything that stands in every topic of a broker, key, headers and value, as far as `isWhole` waits for it. */
export const wholeTopics = async (brokers: string, isWhole: (text: string) => boolean): Promise<string> => {
  const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'search', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  await admin.disconnect();
  const consumer = kafka.consumer({ groupId: 'search' });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  const texts: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const inVain = setTimeout(() => reject(new Error(`only this came:\n${texts.join('\n')}`)), 60_000);
    const eachMessage = ({ topic, message }: Parameters<EachMessage>[0]): Promise<void> => {
      const headers = Object.entries(message.headers ?? {}).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      texts.push([topic, String(message.key), ...headers, String(message.value)].join('\n'));
      if (!isWhole(texts.join('\n'))) return Promise.resolve();
      clearTimeout(inVain);
      resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return texts.join('\n');
};
type EachMessage = NonNullable<
  NonNullable<Parameters<ReturnType<Kafka['consumer']>['run']>[0]>['eachMessage']
>;
