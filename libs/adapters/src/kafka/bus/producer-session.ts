import { CompressionTypes, Partitioners } from 'kafkajs';
import type { ICustomPartitioner, Producer, ProducerBatch, RecordMetadata } from 'kafkajs';
import type { KafkaClients } from '../client/kafka-client';
import type { OwnSockets } from '../client/own-sockets';
import { within } from '../client/within';

export type Compression = 'none' | 'gzip';
export type TopicMessages = NonNullable<ProducerBatch['topicMessages']>;

/**
 * The client demands retries of an idempotent producer (`retries < 1` is refused), but one of its retries passes over every
 * broker that has answered already, and with it a partition that moved there in between: reported as sent, never sent.
 * NaN passes the check and allows none; KafkaBus tries again with a producer of its own.
 */
const NO_RETRIES = { retries: Number.NaN };

/** Where the client put each message, so that an answer can be held against it. */
const noting =
  (used: Set<string>): ICustomPartitioner =>
  () => {
    const choose = Partitioners.DefaultPartitioner();
    return (message) => {
      const partition = choose(message);
      used.add(`${message.topic}/${partition}`);
      return partition;
    };
  };

const isAcknowledged = (answers: readonly RecordMetadata[], place: string): boolean =>
  answers.some(
    ({ topicName, partition, errorCode }) => `${topicName}/${partition}` === place && errorCode === 0,
  );

/**
 * One idempotent producer from connecting to its first fault. After a fault it is not used again: the client takes back the
 * sequence numbers of a request that failed in part, and the brokers would take the next, other messages under those
 * numbers for repeats and drop them.
 */
export class ProducerSession {
  private constructor(
    private readonly producer: Producer,
    private readonly sockets: OwnSockets,
    private readonly used: Set<string>,
  ) {}

  static async open(clients: KafkaClients, timeoutMs: number): Promise<ProducerSession> {
    const { kafka, sockets } = await clients.open();
    const used = new Set<string>();
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: NO_RETRIES,
      createPartitioner: noting(used),
    });
    const session = new ProducerSession(producer, sockets, used);
    try {
      await within(timeoutMs, producer.connect());
      return session;
    } catch (fault) {
      session.discard();
      throw fault;
    }
  }

  /** Resolves once the brokers hold every message, by the word of all replicas in sync. */
  async send(messages: TopicMessages, compression: Compression, timeoutMs: number): Promise<void> {
    this.used.clear();
    const sending = this.producer.sendBatch({
      acks: -1,
      timeout: timeoutMs,
      compression: compression === 'gzip' ? CompressionTypes.GZIP : CompressionTypes.None,
      topicMessages: messages,
    });
    const answers = await within(timeoutMs, sending);
    const unanswered = [...this.used].find((place) => !isAcknowledged(answers, place));
    if (unanswered !== undefined) throw new Error(`${unanswered} was not acknowledged`);
  }

  /** Ends it at once; nothing that it had under way is sent any more. */
  discard(): void {
    this.sockets.cut();
    this.producer.disconnect().catch(() => undefined);
  }
}
