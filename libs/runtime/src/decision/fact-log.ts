import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, categoryOf } from '@ibex/kernel';
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
import { Metrics } from '../metrics/metrics';
import { inSpan } from '../tracing/span';
import { LongStreams } from './long-streams';
import { Upcasting } from './upcasting';

/** The log as today's rules read it: facts lifted to their present version. */
@Injectable()
export class FactLog {
  private readonly streams: LongStreams;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly upcasting: Upcasting,
    private readonly metrics: Metrics = new Metrics(),
  ) {
    this.streams = new LongStreams(store);
  }

  /** `command`: type of the command that led to the facts; counted as accepted once they are on record. */
  async append(
    stream: string,
    expected: ExpectedRevision,
    facts: readonly NewFact[],
    command: string,
  ): Promise<Appended> {
    const startedAtMs = performance.now();
    const about = { category: categoryOf(stream), facts: facts.length };
    const appended = await inSpan('append', about, () => this.store.append(stream, expected, facts));
    this.metrics.appended((performance.now() - startedAtMs) / 1_000);
    if (!appended.repeated) this.metrics.accepted(command);
    return appended;
  }

  /** As stored, not lifted: what receipts attest. */
  readStored(stream: string): Promise<readonly RecordedFact[]> {
    return this.streams.read(stream);
  }

  lift(facts: readonly RecordedFact[]): readonly RecordedFact[] {
    return this.upcasting.lift(facts);
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedFact[]> {
    return this.lift(await (options ? this.store.readStream(stream, options) : this.streams.read(stream)));
  }

  async *readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedFact[]> {
    for await (const facts of this.store.readAll(options)) yield this.lift(facts);
  }

  async *subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    for await (const message of this.store.subscribe(options)) {
      yield message.kind === 'facts' ? { ...message, facts: this.lift(message.facts) } : message;
    }
  }

  head(): Promise<Position> {
    return this.store.head();
  }
}
