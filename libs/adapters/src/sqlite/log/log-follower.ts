import { BEGINNING } from '@ibex/kernel';
import type { FactFilter, Position, RecordedFact, SubscribeOptions, SubscriptionMessage } from '@ibex/kernel';
import type { LiveTail } from './live-tail';
import type { LogReader, Scan } from './log-reader';

const DEFAULT_BATCH = 256;

export type LogView = Readonly<{ reader: LogReader; tail: LiveTail; head(): Position }>;

const matches = (fact: RecordedFact, { categories = [], types = [] }: FactFilter): boolean =>
  (categories.length === 0 && types.length === 0) ||
  categories.includes(fact.category) ||
  types.includes(fact.type);

/** One reader's place in the log: from the file while it is behind, from memory once it keeps up. */
export class LogFollower {
  private readonly filter: FactFilter;
  private readonly limit: number;
  private cursor: Position;
  private told: Position | undefined;
  private isBehind = true;

  constructor(
    private readonly log: LogView,
    options: SubscribeOptions,
  ) {
    this.filter = options.filter ?? {};
    this.limit = options.batchSize ?? DEFAULT_BATCH;
    this.cursor = options.after ?? BEGINNING;
  }

  isAtHead(): boolean {
    return this.cursor >= this.log.head();
  }

  /** The next matching facts within one bounded step; none does not mean that there are no more. */
  nextFacts(): readonly RecordedFact[] {
    const { facts, scannedTo } = this.fromMemory() ?? this.fromFile();
    this.cursor = scannedTo;
    return facts;
  }

  /** What there is to say: `undefined` to wait for more, `passed` when this step found nothing. */
  nextMessage(): SubscriptionMessage | 'passed' | undefined {
    if (!this.isAtHead()) {
      const facts = this.nextFacts();
      const last = facts.at(-1);
      if (!last) return 'passed';
      this.told = last.position;
      return { kind: 'facts', facts, position: last.position };
    }
    if (!this.isBehind && this.told === this.cursor) return undefined;
    this.isBehind = false;
    this.told = this.cursor;
    return { kind: 'caught-up', position: this.cursor };
  }

  private fromMemory(): Scan | undefined {
    const newest = this.log.tail.after(this.cursor, this.limit);
    const last = newest?.at(-1);
    if (!newest || !last) return undefined;
    return { facts: newest.filter((fact) => matches(fact, this.filter)), scannedTo: last.position };
  }

  private fromFile(): Scan {
    this.isBehind = true;
    return this.log.reader.scan(
      { after: this.cursor, filter: this.filter, limit: this.limit },
      this.log.head(),
    );
  }
}
