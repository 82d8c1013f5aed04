import { setImmediate as nextTurn } from 'node:timers/promises';
import { categoryOf, FactTooLarge, MAX_FACT_BYTES, RevisionConflict, StoreUnavailable } from '@ibex/kernel';
import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewFact,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  RecordedFact,
  Revision,
  SubscribeOptions,
  SubscriptionMessage,
} from '@ibex/kernel';
import { ChangeSignal } from './change-signal';
import { MemoryFollower } from './memory-follower';
import { promised, stored } from './promised';

const isAt = (expected: ExpectedRevision, actual: Revision): boolean =>
  expected === 'any' || (expected === 'none' ? -1 : expected) === actual;

const refuseTooLarge = (fact: NewFact): void => {
  const bytes = Buffer.byteLength(
    JSON.stringify(fact.data) + JSON.stringify(fact.metadata) + (fact.sealed ?? ''),
  );
  if (bytes > MAX_FACT_BYTES) throw new FactTooLarge(fact.type, bytes, MAX_FACT_BYTES);
};

/** The log in memory: the double that every other lib's specs run on, kept honest by the port's suite. */
export class MemoryEventStore implements EventStore {
  private readonly log: RecordedFact[] = [];
  private readonly streams = new Map<string, RecordedFact[]>();
  private readonly changes = new ChangeSignal();
  private closed = false;

  append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<Appended> {
    return promised(() => {
      this.refuseClosed();
      facts.forEach(refuseTooLarge);
      const held = this.streams.get(stream) ?? [];
      const repeated = facts.flatMap((fact) => held.find((candidate) => candidate.id === fact.id) ?? []);
      if (repeated.length === facts.length && facts.length > 0) return this.answer(repeated, true);
      const isMixed = repeated.length > 0 || new Set(facts.map((fact) => fact.id)).size < facts.length;
      if (isMixed || !isAt(expected, held.length - 1))
        throw new RevisionConflict(stream, expected, held.length - 1);
      return this.answer(this.record(stream, facts), false);
    });
  }

  readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly RecordedFact[]> {
    return promised(() => {
      this.refuseClosed();
      const { from, direction = 'forwards', limit = Infinity } = options;
      const held = this.streams.get(stream) ?? [];
      const wanted =
        direction === 'forwards'
          ? held.slice(from ?? 0)
          : held.filter((fact) => fact.revision <= (from ?? Infinity)).reverse();
      return wanted.slice(0, limit);
    });
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedFact[]> {
    const follower = new MemoryFollower(this.log, options);
    this.refuseClosed();
    while (!follower.isAtHead()) {
      const facts = follower.nextFacts();
      if (facts.length > 0) yield facts;
      await nextTurn();
      this.refuseClosed();
    }
  }

  async *subscribe(options: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
    const follower = new MemoryFollower(this.log, options);
    this.refuseClosed();
    while (!this.closed && options.signal?.aborted !== true) {
      const message = follower.nextMessage();
      if (message) yield message;
      else await this.changes.next(options.signal);
    }
  }

  head(): Promise<Position> {
    return promised(() => {
      this.refuseClosed();
      return this.newest();
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
      this.changes.fire();
    });
  }

  private newest(): Position {
    return this.log.length - 1;
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('store/closed', 'the event store is closed');
  }

  private answer(facts: readonly RecordedFact[], repeated: boolean): Appended {
    return { facts, position: facts.at(-1)?.position ?? this.newest(), repeated };
  }

  private record(stream: string, facts: readonly NewFact[]): readonly RecordedFact[] {
    const held = this.streams.get(stream) ?? [];
    const recorded = facts.map((fact, index) => ({
      ...stored(fact),
      stream,
      category: categoryOf(stream),
      revision: held.length + index,
      position: this.log.length + index,
    }));
    held.push(...recorded);
    this.log.push(...recorded);
    this.streams.set(stream, held);
    this.changes.fire();
    return recorded;
  }
}
