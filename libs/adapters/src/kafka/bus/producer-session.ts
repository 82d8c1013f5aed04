import { CompressionTypes } from 'kafkajs';
import type { Producer, ProducerBatch } from 'kafkajs';
import type { KafkaClients } from '../client/kafka-client';
import type { OwnSockets } from '../client/own-sockets';
import { within } from '../client/within';
import { Acknowledgements } from './acknowledgements';
import { wantedFor } from './wanted-topics';

export type Compression = 'none' | 'gzip';
export type TopicMessages = NonNullable<ProducerBatch['topicMessages']>;

/**
 * The client demands retries of an idempotent producer (`retries < 1` is refused), but one of its retries passes over every
 * broker that has answered already, and with it a partition that moved there in between: reported as sent, never sent.
 * NaN passes the check and allows none; KafkaBus tries again with a producer of its own.
 */
const NO_RETRIES = { retries: Number.NaN };

/**
 * One idempotent producer from connecting to its first fault. After a fault it is not used again: the client takes back the
 * sequence numbers of a request that failed in part, and the brokers would take the next, other messages under those
 * numbers for repeats and drop them.
 */
export class ProducerSession {
  private constructor(
    private readonly producer: Producer,
    private readonly sockets: OwnSockets,
    private readonly acknowledgements: Acknowledgements,
  ) {}

  /** `topics`: what it will be used for first. */
  static async open(
    clients: KafkaClients,
    topics: readonly string[],
    timeoutMs: number,
  ): Promise<ProducerSession> {
    const { kafka, sockets } = await clients.open();
    const acknowledgements = new Acknowledgements();
    const producer = wantedFor(kafka, topics).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: NO_RETRIES,
      createPartitioner: acknowledgements.partitioner,
    });
    const session = new ProducerSession(producer, sockets, acknowledgements);
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
    this.acknowledgements.clear();
    const sending = this.producer.sendBatch({
      acks: -1,
      timeout: timeoutMs,
      compression: compression === 'gzip' ? CompressionTypes.GZIP : CompressionTypes.None,
      topicMessages: messages,
    });
    const answers = await within(timeoutMs, sending);
    const missing = this.acknowledgements.missingIn(answers);
    if (missing !== undefined) throw new Error(`${missing} was not acknowledged`);
  }

  /** Ends it at once; nothing that it had under way is sent any more. */
  discard(): void {
    this.sockets.cut();
    this.producer.disconnect().catch(() => undefined);
  }
}
