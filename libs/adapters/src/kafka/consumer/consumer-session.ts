import type { TakeArrival } from '@ibex/kernel';
import type { Consumer, EachBatchPayload, KafkaMessage, Offsets } from 'kafkajs';
import type { KafkaClients } from '../client/kafka-client';
import type { OwnSockets } from '../client/own-sockets';
import { within } from '../client/within';
import { contentOf } from './arrival-of-record';
import type { OffsetMarks } from './offset-marks';

export type SessionOptions = Readonly<{
  topic: string;
  group: string;
  sessionTimeoutMs: number;
  heartbeatMs: number;
  commitEveryMs: number;
}>;

/** How long a fetch waits for records: what a quiet topic delays a rebalance by. */
const FETCH_WAIT_MS = 1_000;
const LEAVE_MS = 5_000;

type Commit = (offsets: Offsets) => Promise<void>;

/** One membership in the consumer group, from joining to leaving or to the first failure that the client cannot mend. */
export class ConsumerSession {
  private commit: Commit | undefined;
  private flushing: Promise<void> = Promise.resolve();
  private isHalted = false;
  private end: (fault?: Error) => void = () => undefined;

  private constructor(
    private readonly consumer: Consumer,
    private readonly sockets: OwnSockets,
    private readonly marks: OffsetMarks,
    private readonly options: SessionOptions,
  ) {}

  static async open(
    clients: KafkaClients,
    marks: OffsetMarks,
    options: SessionOptions,
  ): Promise<ConsumerSession> {
    const { kafka, sockets } = await clients.open();
    const consumer = kafka.consumer({
      groupId: options.group,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: options.heartbeatMs,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      // a session that fails ends: the source opens the next one, so that there is one loop and not two
      retry: { retries: 3, initialRetryTime: 100, restartOnFailure: () => Promise.resolve(false) },
    });
    return new ConsumerSession(consumer, sockets, marks, options);
  }

  /** Resolves after `leave`. Rejects when the client gives up. */
  async run(take: TakeArrival): Promise<void> {
    const { consumer, options } = this;
    const ended = new Promise<void>((resolve, reject) => {
      this.end = (fault) => (fault ? reject(fault) : resolve());
    });
    // told while nobody waits for it yet, it must not count as unhandled
    ended.catch(() => undefined);
    consumer.on(consumer.events.GROUP_JOIN, () => this.marks.renew());
    consumer.on(consumer.events.CRASH, ({ payload }) => this.end(payload.error));
    const committing = setInterval(() => void this.flush(), options.commitEveryMs);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [options.topic], fromBeginning: true });
      const eachBatch = (payload: EachBatchPayload): Promise<void> => this.hand(payload, take);
      await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch });
      await ended;
    } finally {
      clearInterval(committing);
      await this.disconnect();
    }
  }

  /** Fetches nothing more and stays in the group. */
  halt(): void {
    this.isHalted = true;
    if (this.commit) this.consumer.pause([{ topic: this.options.topic }]);
  }

  async leave(): Promise<void> {
    await this.flush();
    this.end();
  }

  private async hand(payload: EachBatchPayload, take: TakeArrival): Promise<void> {
    this.commit = (offsets) => payload.commitOffsetsIfNecessary(offsets);
    const alive = this.stayAlive(payload);
    try {
      for (const message of payload.batch.messages) {
        if (this.mustStop(payload)) break;
        await Promise.race([take(this.arrivalOf(payload, message)), alive.lost]);
        payload.resolveOffset(message.offset);
      }
    } finally {
      alive.stop();
      // with the membership that these offsets were read under, before the group deals out anew
      await this.flush();
    }
  }

  private mustStop(payload: EachBatchPayload): boolean {
    return this.isHalted || !payload.isRunning() || payload.isStale();
  }

  private arrivalOf({ batch }: EachBatchPayload, message: KafkaMessage): Parameters<TakeArrival>[0] {
    const { topic, partition } = batch;
    const lane = this.marks.laneOf(partition);
    const where = `${topic}/${partition}@${message.offset}`;
    const key = message.key?.toString('utf8') ?? `${topic}/${partition}`;
    const isOurs = (): boolean => this.marks.isCurrent(lane);
    return { lane, place: Number(message.offset), where, key, content: contentOf(message), isOurs };
  }

  /** Heartbeats while there is no room for more; `lost` rejects when the group does not take them. */
  private stayAlive(payload: EachBatchPayload): Readonly<{ lost: Promise<never>; stop: () => void }> {
    let tell: (fault: unknown) => void = () => undefined;
    const lost = new Promise<never>((_, reject) => (tell = reject));
    lost.catch(() => undefined);
    const beat = setInterval(() => void payload.heartbeat().catch(tell), this.options.heartbeatMs);
    return { lost, stop: () => clearInterval(beat) };
  }

  private flush(): Promise<void> {
    this.flushing = this.flushing.then(() => this.commitDue());
    return this.flushing;
  }

  private async commitDue(): Promise<void> {
    if (!this.commit) return;
    const { due, putBack } = this.marks.take();
    if (due.size === 0) return;
    const partitions = [...due].map(([partition, offset]) => ({ partition, offset: String(offset) }));
    try {
      await this.commit({ topics: [{ topic: this.options.topic, partitions }] });
    } catch {
      // no loss: the next commit has it, or the next member reads it again
      putBack();
    }
  }

  private async disconnect(): Promise<void> {
    await within(LEAVE_MS, this.consumer.disconnect()).catch(() => undefined);
    this.sockets.cut();
  }
}
