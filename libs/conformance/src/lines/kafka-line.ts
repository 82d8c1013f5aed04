import { KafkaNoticeSource, RecordWriter, toKafkaRecord } from '@ibex/adapters/kafka';
import type { ContentMode, KafkaConnection, RawRecord } from '@ibex/adapters/kafka';
import type { Notice } from '../notices/invented-notices';
import type { Answer, Line } from './line';

export type KafkaTarget = Readonly<{
  connection: KafkaConnection;
  /** A topic for trying out, e.g. `ibex.notices.E09000008` on a broker of one's own. */
  topic: string;
  /** The receiver's consumer group: where given, its partitions are taken from it for a moment. */
  group?: string;
}>;

/** Another member of the receiver's group. `arrived`: how much was taken from the receiver so far. */
export type Intruder = Readonly<{ arrived: () => number; leave: () => Promise<void> }>;

const TOPIC_PREFIX = 'ibex.notices.';

/** Writes to the receiver's topic as the relay does. */
export class KafkaLine implements Line {
  readonly kind = 'kafka';
  private readonly writer: RecordWriter;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly target: KafkaTarget) {
    this.writer = new RecordWriter(target.connection, target.topic);
  }

  send(notice: Notice): Promise<Answer> {
    return this.sendAs(notice, 'binary');
  }

  /** `headers`: beside those of the event. */
  sendAs(notice: Notice, mode: ContentMode, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const record = toKafkaRecord({ key: notice.record.recordRef, event: notice.event }, mode);
    return this.write(notice.id, [{ ...record, headers: { ...record.headers, ...headers } }]);
  }

  sendRaw(id: string, record: RawRecord): Promise<Answer> {
    return this.write(id, [record]);
  }

  get canJoin(): boolean {
    return this.target.group !== undefined && this.target.topic.startsWith(TOPIC_PREFIX);
  }

  /** Joins the receiver's group and takes what comes without settling any of it, until it leaves. */
  intrude(): Intruder {
    const { connection, topic, group = '' } = this.target;
    const authority = topic.slice(TOPIC_PREFIX.length);
    const source = new KafkaNoticeSource({ connection, authority, group, sessionTimeoutMs: 6_000 });
    let arrived = 0;
    const running = source.run(() => {
      arrived += 1;
      return Promise.resolve();
    });
    const leave = async (): Promise<void> => {
      await source.close();
      await running;
    };
    return { arrived: () => arrived, leave };
  }

  close(): void {
    this.writer.close();
  }

  /** One write at a time, so that order holds. */
  private write(id: string, records: readonly RawRecord[]): Promise<Answer> {
    const writing = this.turn.then(async (): Promise<Answer> => {
      const beganMs = performance.now();
      await this.writer.write(records);
      return { id, outcome: 'taken', ms: Math.round(performance.now() - beganMs) };
    });
    this.turn = writing.catch(() => undefined);
    return writing;
  }
}
