import { BEGINNING } from '@ibex/kernel';
import type { FactFilter, Position, RecordedFact, SubscribeOptions, SubscriptionMessage } from '@ibex/kernel';

const DEFAULT_BATCH = 256;

export const matches = (fact: RecordedFact, filter: FactFilter = {}): boolean => {
  const { categories = [], types = [] } = filter;
  if (categories.length === 0 && types.length === 0) return true;
  return categories.includes(fact.category) || types.includes(fact.type);
};

/** One reader's place in the log; each step is taken only when the reader asks for it. */
export class MemoryFollower {
  private readonly filter: FactFilter | undefined;
  private readonly batchSize: number;
  private cursor: Position;
  private told: Position | undefined;
  private live = false;

  constructor(
    private readonly log: readonly RecordedFact[],
    options: SubscribeOptions,
  ) {
    this.filter = options.filter;
    this.batchSize = options.batchSize ?? DEFAULT_BATCH;
    this.cursor = options.after ?? BEGINNING;
  }

  isAtHead(): boolean {
    return this.cursor >= this.log.length - 1;
  }

  /** The next matching facts; none when the rest of the log holds none. */
  nextFacts(): readonly RecordedFact[] {
    const facts: RecordedFact[] = [];
    while (facts.length < this.batchSize && !this.isAtHead()) {
      this.cursor += 1;
      const fact = this.log[this.cursor];
      if (fact && matches(fact, this.filter)) facts.push(fact);
    }
    return facts;
  }

  /** What there is to say now; undefined when the reader has to wait. */
  nextMessage(): SubscriptionMessage | undefined {
    const facts = this.nextFacts();
    const last = facts.at(-1);
    if (last) {
      this.told = last.position;
      return { kind: 'facts', facts, position: last.position };
    }
    if (this.live && this.told === this.cursor) return undefined;
    this.live = true;
    this.told = this.cursor;
    return { kind: 'caught-up', position: this.cursor };
  }
}
