import { BusUnavailable, MessageNotTaken } from '@ibex/kernel';
import type { BusMessage, MessageBus } from '@ibex/kernel';
import { toKafkaRecord } from '../binding/kafka-record';
import type { ContentMode, KafkaRecord } from '../binding/kafka-record';
import { clientFaultOf, wordOf } from '../client/client-fault';
import type { ClientFault } from '../client/client-fault';
import { KafkaClients } from '../client/kafka-client';
import { topicOf } from '../kafka.settings';
import type { KafkaSettings } from '../kafka.settings';
import { toBusFault } from './bus-fault';
import { ProducerSession } from './producer-session';
import type { TopicMessages } from './producer-session';
import { aroundLargest, bytesOf, slicesOf } from './slices';
import type { Outgoing } from './slices';

/** What a fresh connection would not mend. */
const IS_FINAL: ReadonlySet<ClientFault> = new Set(['access-denied', 'full', 'too-large', 'refused']);
const IS_ABOUT_A_MESSAGE: ReadonlySet<ClientFault> = new Set(['too-large', 'refused']);

const topicsOf = (outgoing: readonly Outgoing[]): readonly string[] => [
  ...new Set(outgoing.map(({ message }) => topicOf(message.authority))),
];

const byTopic = (outgoing: readonly Outgoing[]): TopicMessages => {
  const records = new Map<string, KafkaRecord[]>();
  for (const { message, record } of outgoing) {
    const topic = topicOf(message.authority);
    const of = records.get(topic);
    if (of) of.push(record);
    else records.set(topic, [record]);
  }
  return [...records].map(([topic, of]) => ({ topic, messages: of }));
};

/** Records up to the first message that can be none, and what is wrong with that one. */
const recordsOf = (
  messages: readonly BusMessage[],
  mode: ContentMode,
): Readonly<{ outgoing: readonly Outgoing[]; illegal?: MessageNotTaken }> => {
  const outgoing: Outgoing[] = [];
  try {
    for (const message of messages) {
      const record = toKafkaRecord(message, mode);
      outgoing.push({ message, record, bytes: bytesOf(record) });
    }
    return { outgoing };
  } catch (illegal) {
    if (illegal instanceof MessageNotTaken) return { outgoing, illegal };
    throw illegal;
  }
};

/**
 * Messages to a topic per authority. One request is under way at a time, so that order holds; whoever publishes waits for
 * one answer before the next message of the same authority.
 */
export class KafkaBus implements MessageBus {
  readonly channel = 'kafka';
  private readonly clients: KafkaClients;
  private session: ProducerSession | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(private readonly settings: KafkaSettings) {
    this.clients = new KafkaClients(settings);
  }

  publish(messages: readonly BusMessage[]): Promise<void> {
    const turn = this.turn.then(() => this.publishNow(messages));
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.turn;
    this.dropSession();
  }

  private async publishNow(messages: readonly BusMessage[]): Promise<void> {
    const { outgoing, illegal } = recordsOf(messages, this.settings.mode);
    for (const slice of slicesOf(outgoing)) await this.deliver(slice);
    if (illegal !== undefined) throw illegal;
  }

  /** A batch that is refused for one of its messages is sent again around that one. */
  private async deliver(outgoing: readonly Outgoing[]): Promise<void> {
    const [first] = outgoing;
    if (first === undefined) return;
    try {
      await this.sendTwice(outgoing);
    } catch (fault) {
      if (!IS_ABOUT_A_MESSAGE.has(clientFaultOf(fault))) throw toBusFault(fault, topicsOf(outgoing));
      if (outgoing.length === 1)
        throw new MessageNotTaken(first.message.event.id, `the broker refuses it (${wordOf(fault)})`);
      for (const part of aroundLargest(outgoing)) await this.deliver(part);
    }
  }

  /** A connection may have been lost long ago without anybody noticing, so a fault gets one more try on a fresh one. */
  private async sendTwice(outgoing: readonly Outgoing[]): Promise<void> {
    const until = Date.now() + this.clients.timeoutMs;
    try {
      await this.sendOnce(outgoing, until);
    } catch (fault) {
      if (IS_FINAL.has(clientFaultOf(fault)) || fault instanceof BusUnavailable || Date.now() >= until)
        throw fault;
      await this.sendOnce(outgoing, until);
    }
  }

  private async sendOnce(outgoing: readonly Outgoing[], until: number): Promise<void> {
    if (this.isClosed) throw new BusUnavailable('bus/closed', 'this bus was closed');
    try {
      this.session ??= await ProducerSession.open(this.clients, topicsOf(outgoing), until - Date.now());
      await this.session.send(byTopic(outgoing), this.settings.compression ?? 'none', until - Date.now());
    } catch (fault) {
      this.dropSession();
      throw fault;
    }
  }

  private dropSession(): void {
    this.session?.discard();
    this.session = undefined;
  }
}
