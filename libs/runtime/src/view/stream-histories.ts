import { Injectable } from '@nestjs/common';
import type { RecordedFact } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';

const STREAMS_KEPT = 2_000;
const FACTS_OF_A_STREAM_KEPT = 50;
type History = RecordedFact[];
export type FactWithEarlier = readonly [fact: RecordedFact, earlier: readonly RecordedFact[]];

/**
 * The older facts of a stream, for rules that need them. Shared by all views and bounded; what fell out is read
 * again. Facts never change, so that any longer history serves a view that is further behind.
 */
@Injectable()
export class StreamHistories {
  private readonly kept = new Map<string, History>();

  constructor(private readonly log: FactLog) {}

  /** The facts of a batch, each with the older ones of its stream; one read for each stream too little known. */
  async withEarlier(facts: readonly RecordedFact[]): Promise<readonly FactWithEarlier[]> {
    const histories = await this.historiesOf(facts);
    const pairs = facts.map((fact): FactWithEarlier => {
      const history = histories.get(fact.stream) ?? [];
      if (history.length === fact.revision) history.push(fact);
      return [fact, history.slice(0, fact.revision)];
    });
    for (const [stream, history] of histories) this.keep(stream, history);
    return pairs;
  }

  private async historiesOf(facts: readonly RecordedFact[]): Promise<ReadonlyMap<string, History>> {
    const histories = new Map<string, History>();
    const lengths = new Map<string, number>();
    const missing = new Map<string, number>();
    for (const { stream, revision } of facts) {
      const history = this.kept.get(stream) ?? [];
      const length = lengths.get(stream) ?? history.length;
      if (length < revision) missing.set(stream, revision);
      lengths.set(stream, Math.max(length, revision + 1));
      histories.set(stream, history);
    }
    const reads = [...missing].map(async ([stream, limit]) => {
      histories.set(stream, [...(await this.log.readStream(stream, { limit }))]);
    });
    await Promise.all(reads);
    return histories;
  }

  /** The latest used stand last, so that the first ones may go. */
  private keep(stream: string, history: History): void {
    this.kept.delete(stream);
    if (history.length <= FACTS_OF_A_STREAM_KEPT) this.kept.set(stream, history);
    if (this.kept.size <= STREAMS_KEPT) return;
    const oldest = this.kept.keys().next();
    if (!oldest.done) this.kept.delete(oldest.value);
  }
}
