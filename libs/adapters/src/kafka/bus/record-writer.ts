import { KafkaClients } from '../client/kafka-client';
import type { KafkaConnection } from '../kafka.settings';
import { toBusFault } from './bus-fault';
import { ProducerSession } from './producer-session';

/** A record as it is to stand in the topic. Without a key it goes to any partition. */
export type RawRecord = Readonly<{
  key: string | null;
  value: Buffer | null;
  headers?: Record<string, Buffer | string>;
}>;

/** Writes records as they are given, notices or not: for trying out consumers. One call at a time. */
export class RecordWriter {
  private readonly clients: KafkaClients;
  private session: ProducerSession | undefined;

  constructor(
    connection: KafkaConnection,
    private readonly topic: string,
  ) {
    this.clients = new KafkaClients(connection);
  }

  /** Resolves once the brokers hold every record, those of one key in the order given. Throws BusUnavailable. */
  async write(records: readonly RawRecord[]): Promise<void> {
    try {
      this.session ??= await ProducerSession.open(this.clients, [this.topic], this.clients.timeoutMs);
      await this.session.send(
        [{ topic: this.topic, messages: [...records] }],
        'none',
        this.clients.timeoutMs,
      );
    } catch (fault) {
      this.close();
      throw toBusFault(fault, [this.topic]);
    }
  }

  close(): void {
    this.session?.discard();
    this.session = undefined;
  }
}
