import { setTimeout as sleep } from 'node:timers/promises';
import type { NoticeSource, TakeArrival } from '@ibex/kernel';
import { KafkaClients } from '../client/kafka-client';
import { topicOf } from '../kafka.settings';
import type { KafkaConnection } from '../kafka.settings';
import { ConsumerSession } from './consumer-session';
import type { SessionOptions } from './consumer-session';
import { OffsetMarks } from './offset-marks';

export type KafkaSourceOptions = Readonly<{
  connection: KafkaConnection;
  /** Own authority, GSS code. */
  authority: string;
  /** Default `ibex.<gss>`. */
  group?: string;
  /** A consumer that is not heard of for so long loses its partitions. */
  sessionTimeoutMs?: number;
  commitEveryMs?: number;
  /** Called whenever the brokers are lost and will be looked for again. */
  onTrouble?: (fault: unknown) => void;
}>;

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const SESSION_TIMEOUT_MS = 30_000;
const COMMIT_EVERY_MS = 500;
/** A session that held so long was one: what ends it is a new trouble. */
const STEADY_MS = 30_000;

const sessionOptions = (options: KafkaSourceOptions): SessionOptions => {
  const { authority, group = `ibex.${authority}`, sessionTimeoutMs = SESSION_TIMEOUT_MS } = options;
  const heartbeatMs = Math.min(3_000, sessionTimeoutMs / 6);
  const { commitEveryMs = COMMIT_EVERY_MS } = options;
  return { topic: topicOf(authority), group, sessionTimeoutMs, heartbeatMs, commitEveryMs };
};

/** Reads an authority's topic as a member of its consumer group. Loses the brokers, and finds them again. Runs once. */
export class KafkaNoticeSource implements NoticeSource {
  private readonly marks = new OffsetMarks();
  private readonly clients: KafkaClients;
  private readonly halted = new AbortController();
  private readonly closed = new AbortController();
  private session: ConsumerSession | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: KafkaSourceOptions) {
    this.clients = new KafkaClients(options.connection);
  }

  run(take: TakeArrival): Promise<void> {
    this.running = this.untilClosed(take);
    return this.running;
  }

  settled(lane: string, place: number): void {
    this.marks.settled(lane, place);
  }

  halt(): void {
    this.halted.abort();
    this.session?.halt();
  }

  async close(): Promise<void> {
    this.halt();
    this.closed.abort();
    await this.session?.leave();
    await this.running;
  }

  private async untilClosed(take: TakeArrival): Promise<void> {
    for (let failures = 1; !this.hasClosed(); failures += 1) {
      const since = Date.now();
      try {
        await this.member(take);
      } catch (fault) {
        if (this.hasClosed()) return;
        this.options.onTrouble?.(fault);
        if (Date.now() - since > STEADY_MS) failures = 1;
        await this.pause(Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS));
      }
    }
  }

  private async member(take: TakeArrival): Promise<void> {
    const session = await ConsumerSession.open(this.clients, this.marks, sessionOptions(this.options));
    if (this.hasClosed()) return;
    this.session = session;
    if (this.halted.signal.aborted) session.halt();
    try {
      await session.run(take);
    } finally {
      this.session = undefined;
      // what was read under it is read again
      this.marks.renew();
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.closed.signal }).catch(() => undefined);
  }

  // a method, because it changes while others are awaited
  private hasClosed(): boolean {
    return this.closed.signal.aborted;
  }
}
