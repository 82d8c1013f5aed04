import type { RecordedFact, Revision } from '@ibex/kernel';

/** Ids, and streams: one that is empty takes room as well. */
const MOST_KEPT = 200_000;

/** What is known of one stream: the ids of all its facts up to a revision. */
export class KnownStream {
  private readonly revisions = new Map<string, Revision>();
  private newest: Revision = -1;
  /** The stream stood at the newest revision known at some moment that was not before this one; `performance.now()`. */
  completeAt = -Infinity;

  /** Newest revision known; the stream may have gone on since. */
  get last(): Revision {
    return this.newest;
  }

  get size(): number {
    return this.revisions.size;
  }

  /** Revisions of those of the facts that the stream holds. */
  heldOf(facts: readonly Readonly<{ id: string }>[]): readonly Revision[] {
    return facts.flatMap((fact) => this.revisions.get(fact.id) ?? []);
  }

  /** Takes what was read forwards from a revision; a read that began further on would leave a gap and is not taken. */
  note(from: Revision, facts: readonly RecordedFact[]): void {
    if (from > this.newest + 1) return;
    for (const fact of facts) {
      if (fact.revision <= this.newest) continue;
      this.newest = fact.revision;
      if (!this.revisions.has(fact.id)) this.revisions.set(fact.id, fact.revision);
    }
  }
}

/** The ids of streams in use, so that a repeat is told apart without reading its stream each time. */
export class StreamMemory {
  private readonly streams = new Map<string, KnownStream>();
  private kept = 0;

  constructor(private readonly mostKept = MOST_KEPT) {}

  of(stream: string): KnownStream {
    const known = this.streams.get(stream);
    this.streams.delete(stream);
    if (!known) this.kept += 1;
    const inUse = known ?? new KnownStream();
    this.streams.set(stream, inUse);
    this.forgetOldest(stream);
    return inUse;
  }

  /** Takes facts of a stream, read forwards from a revision without leaving one out. */
  note(stream: string, from: Revision, facts: readonly RecordedFact[]): KnownStream {
    const known = this.of(stream);
    const before = known.size;
    known.note(from, facts);
    this.kept += known.size - before;
    this.forgetOldest(stream);
    return known;
  }

  private forgetOldest(inUse: string): void {
    for (const [stream, known] of this.streams) {
      if (this.kept <= this.mostKept) return;
      if (stream === inUse) continue;
      this.streams.delete(stream);
      this.kept -= known.size + 1;
    }
  }
}
