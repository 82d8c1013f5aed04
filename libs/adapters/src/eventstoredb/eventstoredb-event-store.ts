import { StoreUnavailable } from '@ibex/kernel';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewFact,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedFact,
  SubscribeOptions,
  SubscriptionMessage,
} from '@ibex/kernel';
import { Appender } from './appender';
import { Connection } from './connection';
import { Follower } from './follower';
import { LogReader } from './log-reader';
import type { EventStoreDbOptions } from './options';
import { Stop } from './stop';
import { StreamMemory } from './stream-memory';

/** The log in EventStoreDB (KurrentDB), 23.10 or later. Connects with its first call. */
export class EventStoreDbStore implements EventStore {
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly appender: Appender;
  private readonly memory = new StreamMemory();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly followers = new Set<Stop>();
  private closing: Promise<void> | undefined;

  /** Throws StoreUnavailable when the options name files that are not there or cannot be read. */
  constructor(options: EventStoreDbOptions) {
    this.connection = new Connection(options);
    this.reader = new LogReader(this.connection);
    this.appender = new Appender(this.connection, this.reader, this.memory);
  }

  append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended> {
    return this.whileOpen(() => this.appender.append(stream, expected, facts));
  }

  readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly RecordedFact[]> {
    return this.whileOpen(async () => {
      const read = await this.reader.stream(stream, options, this.connection.until());
      const facts = read.map(({ fact }) => fact);
      if (options.direction !== 'backwards') this.memory.note(stream, options.from ?? 0, facts);
      return facts;
    });
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedFact[]> {
    this.refuseClosed();
    for await (const facts of this.follower(options).factsToHead()) {
      this.refuseClosed();
      yield facts;
    }
    this.refuseClosed();
  }

  async *subscribe(options: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    this.refuseClosed();
    yield* this.follower(options).messages();
  }

  head(): Promise<Position> {
    return this.whileOpen(() => this.reader.head());
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private follower(options: SubscribeOptions): Follower {
    const stop = new Stop(options.signal, (ended) => this.followers.delete(ended));
    this.followers.add(stop);
    return new Follower({ connection: this.connection, reader: this.reader }, options, stop);
  }

  private async whileOpen<T>(work: () => Promise<T>): Promise<T> {
    this.refuseClosed();
    const running = work();
    this.underWay.add(running);
    try {
      return await running;
    } finally {
      this.underWay.delete(running);
    }
  }

  private async end(): Promise<void> {
    const stops = [...this.followers];
    for (const stop of stops) stop.stop();
    await Promise.allSettled([...this.underWay, ...stops.map((stop) => stop.settled())]);
    await this.connection.close();
  }

  private refuseClosed(): void {
    if (this.closing) throw new StoreUnavailable('store/closed', 'the event store is closed');
  }
}
