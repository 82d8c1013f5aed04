import { setTimeout as pause } from 'node:timers/promises';
import { KafkaNoticeSource } from '@ibex/adapters/kafka';
import { MemoryQuarantine, Subscriber } from '@ibex/subscriber';
import type { Exchange, Notice } from '@ibex/subscriber';

export type Told = Readonly<{ atMs: number; notice: Notice }>;
export type TopicReaderOptions = Readonly<{
  /** host:port */
  brokers: string;
  authority: string;
  /** Left out: details are not fetched and gaps are not filled, so that only the topic speaks. */
  exchange?: Exchange;
  onNotice?: (notice: Notice) => Promise<void>;
}>;

const PATIENCE_MS = 20_000;
const BEAT_MS = 5;

/** What an authority's system has of its topic: every notice once, as the subscriber hands it to a handler. */
export class TopicReader {
  readonly told: Told[] = [];
  private readonly subscriber: Subscriber;
  private readonly running: Promise<void>;

  constructor(private readonly options: TopicReaderOptions) {
    const { brokers, authority, exchange, onNotice } = options;
    const connection = { brokers: brokers.split(','), clientId: `reader-${authority}` };
    this.subscriber = new Subscriber({
      source: new KafkaNoticeSource({ connection, authority }),
      handlers: {},
      fallback: async (notice) => {
        this.told.push({ atMs: performance.now(), notice });
        await onNotice?.(notice);
      },
      quarantine: new MemoryQuarantine(),
      ...(exchange === undefined ? {} : { exchange }),
    });
    this.running = this.subscriber.run();
    // told by `stop`, which waits for it
    this.running.catch(() => undefined);
  }

  /** Numbers in the mailbox, in the order in which they were handled. */
  get sequences(): readonly number[] {
    return this.told.map(({ notice }) => notice.sequence);
  }

  get repeatedIds(): readonly string[] {
    const ids = this.told.map(({ notice }) => notice.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  }

  /** The first message of a type about a record; waits for it. Throws when it does not come in time. */
  async about(recordRef: unknown, type: string, withinMs = PATIENCE_MS): Promise<Told> {
    const isIt = ({ notice }: Told): boolean =>
      notice.recordRef === recordRef && notice.type === `uk.ibex.${type}`;
    for (const begun = performance.now(); performance.now() - begun < withinMs;) {
      const found = this.told.find(isIt);
      if (found) return found;
      await pause(BEAT_MS);
    }
    throw new Error(`${this.options.authority} was not told ${type} on its topic within ${withinMs} ms`);
  }

  async stop(): Promise<void> {
    await this.subscriber.stop();
    await this.running;
  }
}
