import { setTimeout as pause } from 'node:timers/promises';
import { KafkaBus, toKafkaRecord, topicOf } from '@ibex/adapters/kafka';
import type { KafkaRecord } from '@ibex/adapters/kafka';
import { PostgresStores } from '@ibex/adapters/postgres';
import { MailboxRelay } from '@ibex/delivery';
import type { BusMessage, MessageBus } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { silentLog } from '@ibex/runtime';
import { Kafka, logLevel } from 'kafkajs';
import type { Producer, ProducerBatch } from 'kafkajs';
import { KafkaEngine } from '../../../apps/cli/src/engines/kafka-engine';
import { PostgresEngine } from '../../../apps/cli/src/engines/postgres-engine';
import { makeTopics } from '../../../apps/cli/src/engines/topics';
import { InboxMessages } from '../../../libs/delivery/src/inbox/inbox-messages';
import { median } from '../figure';
import type { Figure } from '../figure';
import { figure } from '../report';
import type { Effort } from './effort';
import { told } from './told';
import { LONDON, fillMailboxes } from './waiting-entries';

const LOOK_MS = 10;
const MODE = 'binary';

type Batches = (readonly BusMessage[])[];
type Bench = Readonly<{ stores: PostgresStores; bus: KafkaBus; producer: Producer; entries: number }>;
type Run = Readonly<{ relay: number; raw: number; seconds: number }>;

/** The bus as it is, with a note of what went out together. */
const noting = (bus: KafkaBus, batches: Batches): Pick<MessageBus, 'channel' | 'publish'> => ({
  channel: bus.channel,
  publish: (messages) => {
    batches.push(messages);
    return bus.publish(messages);
  },
});

const rewind = async ({ cursors }: PostgresStores): Promise<void> => {
  for (const authority of LONDON)
    await cursors.move('kafka', authority, await cursors.at('kafka', authority), 0);
};

const headsOf = async ({ mailbox }: PostgresStores): Promise<ReadonlyMap<string, number>> =>
  new Map(await Promise.all(LONDON.map(async (each) => [each, await mailbox.head(each)] as const)));

const refuse = (): Promise<never> => Promise.reject(new Error('the broker refused an entry of the bench'));

/** Every entry that waits, from the first read to the last cursor; and in which batches they left. */
const relayAll = async ({ stores, bus }: Bench, batches: Batches): Promise<number> => {
  await rewind(stores);
  const heads = await headsOf(stores);
  const messages = new InboxMessages(definitions);
  const { mailbox, cursors } = stores;
  const relay = new MailboxRelay({
    ...{ bus: noting(bus, batches), mailbox, cursors, log: silentLog(), aside: { setAside: refuse } },
    toEvent: (entry) => messages.of(entry),
  });
  const begun = performance.now();
  for (const authority of LONDON) relay.start(authority);
  while (relay.states().some(({ authority, confirmedUpTo }) => confirmedUpTo !== heads.get(authority)))
    await pause(LOOK_MS);
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(LONDON.map((authority) => relay.stop(authority)));
  return seconds;
};

/** The records of a batch, made beforehand: the same bytes under the same keys to the same topics. */
const toRequest = (messages: readonly BusMessage[]): ProducerBatch => {
  const byTopic = new Map<string, KafkaRecord[]>();
  for (const message of messages) {
    const topic = topicOf(message.authority);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), toKafkaRecord(message, MODE)]);
  }
  return { acks: -1, topicMessages: [...byTopic].map(([topic, records]) => ({ topic, messages: records })) };
};

const sendRaw = async (producer: Producer, requests: readonly ProducerBatch[]): Promise<number> => {
  const begun = performance.now();
  for (const request of requests) await producer.sendBatch(request);
  return (performance.now() - begun) / 1000;
};

const oneRun = async (bench: Bench): Promise<Run> => {
  const batches: Batches = [];
  const seconds = await relayAll(bench, batches);
  const rawSeconds = await sendRaw(bench.producer, batches.map(toRequest));
  return { seconds, relay: bench.entries / seconds, raw: bench.entries / rawSeconds };
};

const toFigures = (runs: readonly Run[], entries: number): readonly Figure[] => {
  const ratio = median(runs.map(({ relay, raw }) => relay / raw));
  const waiting = entries.toLocaleString('en-GB');
  return [
    figure(
      'relay: PostgreSQL mailboxes to Kafka, against the client alone with the same bytes',
      [Math.round(median(runs.map(({ relay }) => relay))), 'messages/s'],
      { atLeast: 0.7 },
      ratio,
    ),
    told(
      'the client alone: same bytes, topics, batches, acks=all, idempotent',
      [Math.round(median(runs.map(({ raw }) => raw))), 'messages/s'],
      {
        what: 'what the relay is measured against',
      },
    ),
    told(`catch-up of ${waiting} waiting entries`, [median(runs.map(({ seconds }) => seconds)), 's'], {
      what: 'until the last cursor is stored',
    }),
  ];
};

/** Relay and client alone in turns, so that a slow moment of the machine falls on both. */
const measure = async (bench: Bench, runs: number): Promise<readonly Figure[]> => {
  await oneRun(bench);
  const done: Run[] = [];
  for (let run = 0; run < runs; run += 1) done.push(await oneRun(bench));
  return toFigures(done, bench.entries);
};

export const relayFigures = async ({ entries, runs }: Effort): Promise<readonly Figure[]> => {
  const [postgres, kafka] = await Promise.all([PostgresEngine.start(), KafkaEngine.start()]);
  const stores = await PostgresStores.open({ url: postgres.url, masterKey: new Uint8Array(32).fill(7) });
  const client = new Kafka({ brokers: [kafka.brokers], clientId: 'bench', logLevel: logLevel.NOTHING });
  const producer = client.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
  });
  const bus = new KafkaBus({ brokers: [kafka.brokers], clientId: 'ibex-relay', mode: MODE });
  try {
    await makeTopics(kafka.brokers, LONDON);
    await producer.connect();
    await fillMailboxes(stores.mailbox, entries);
    return await measure({ stores, bus, producer, entries }, runs);
  } finally {
    await producer.disconnect();
    await bus.close();
    await stores.close();
    await Promise.all([postgres.stop(), kafka.stop()]);
  }
};
