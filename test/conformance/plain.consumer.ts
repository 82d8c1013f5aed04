import { Kafka, logLevel } from 'kafkajs';
import type { EachMessagePayload, KafkaMessage } from 'kafkajs';
import { RegisterByHand } from './register-by-hand';
import type { Event } from './register-by-hand';

// A consumer as a borough's developer may write it by hand, with one thing forgotten at a time:
//   node -r test/support/typescript.cjs plain.consumer.ts <brokers> <topic> <group> <effects file> [fault]
const [, , brokers = '', topic = '', group = '', effectsFile = '', fault = 'nothing'] = process.argv;
const has = (name: string): boolean => fault === name;
const register = new RegisterByHand(effectsFile, has);

const headerOf = ({ headers }: KafkaMessage, name: string): string => String(headers?.[name] ?? '');

/** Throws for what holds no event. */
const eventIn = (message: KafkaMessage): Event => {
  const value = JSON.parse(String(message.value)) as Record<string, unknown>;
  const isStructured = headerOf(message, 'content-type').startsWith('application/cloudevents+json');
  if (isStructured && !has('binary-only')) return value as Event;
  const [id, type, subject] = ['ce_id', 'ce_type', 'ce_subject'].map((name) => headerOf(message, name));
  if (headerOf(message, 'ce_specversion') !== '1.0' || !id || !type || !subject) throw new Error('no event');
  return { id, type, subject, sequence: Number(headerOf(message, 'ce_sequence')), data: value };
};

const begun = new Set<string>();
const take = (event: Event): void => {
  if (event.type === 'uk.ibex.heartbeat') return;
  const links: unknown = event.data['links'];
  if (typeof links !== 'object' || links === null) register.apply(event, 'set-aside');
  // what comes first of a record takes longest
  else if (has('reorders')) setTimeout(() => register.apply(event), begun.has(event.subject) ? 0 : 80);
  else register.apply(event);
  begun.add(event.subject);
};

const eachMessage = ({ message }: EachMessagePayload): Promise<void> => {
  let event: Event;
  try {
    event = eventIn(message);
  } catch {
    return has('stuck-on-poison') ? Promise.reject(new Error('no event')) : Promise.resolve();
  }
  take(event);
  return Promise.resolve();
};

const main = async (): Promise<void> => {
  const kafka = new Kafka({ brokers: [brokers], clientId: 'by-hand', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: group, sessionTimeout: 6_000, heartbeatInterval: 500 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let joined = 0;
  consumer.on('consumer.group_join', () => {
    joined += 1;
    if (joined > 1 && has('dies-on-rebalance')) process.exit(70);
    process.stdout.write('ready\n');
  });
  await consumer.run({ eachMessage });
};

main().catch((reason: unknown) => {
  process.stderr.write(`${String(reason)}\n`);
  process.exitCode = 1;
});
