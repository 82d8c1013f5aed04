import { randomUUID } from 'node:crypto';
import { BEGINNING, RevisionConflict } from '@ibex/kernel';
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

/**
 * An empty log in the corner of one that others have written to: streams get a tail of their own, and what lies before
 * the corner was opened is not there. Nobody else may write while it is in use.
 */
export class EventStoreCorner implements EventStore {
  private readonly tail = `~${randomUUID()}`;

  private constructor(
    private readonly whole: EventStore,
    private readonly start: Position,
  ) {}

  static async in(whole: EventStore): Promise<EventStoreCorner> {
    return new EventStoreCorner(whole, await whole.head());
  }

  async append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended> {
    try {
      const appended = await this.whole.append(stream + this.tail, expected, facts);
      return { ...appended, facts: appended.facts.map((fact) => this.inside(fact)) };
    } catch (error) {
      if (error instanceof RevisionConflict) throw new RevisionConflict(stream, error.expected, error.actual);
      throw error;
    }
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedFact[]> {
    return (await this.whole.readStream(stream + this.tail, options)).map((fact) => this.inside(fact));
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedFact[]> {
    for await (const facts of this.whole.readAll(this.from(options)))
      yield facts.map((fact) => this.inside(fact));
  }

  async *subscribe(options: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    for await (const message of this.whole.subscribe(this.from(options)))
      yield message.kind === 'facts'
        ? { ...message, facts: message.facts.map((fact) => this.inside(fact)) }
        : { ...message, position: this.toInside(message.position) };
  }

  async head(): Promise<Position> {
    return this.toInside(await this.whole.head());
  }

  close(): Promise<void> {
    return this.whole.close();
  }

  private from<Options extends ReadAllOptions>(options: Options): Options {
    return { ...options, after: Math.max(options.after ?? BEGINNING, this.start) };
  }

  private toInside(position: Position): Position {
    return position <= this.start ? BEGINNING : position;
  }

  private inside(fact: RecordedFact): RecordedFact {
    return { ...fact, stream: fact.stream.slice(0, -this.tail.length) };
  }
}
