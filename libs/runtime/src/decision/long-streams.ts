import type { EventStore, RecordedFact } from '@ibex/kernel';

const LONG = 64;
const MOST_FACTS = 20_000;

/**
 * Streams that grow all day, like an authority's searches, are read by every decision on them: of those, what was read
 * stays at hand, and only what came since is read. Facts never change.
 */
export class LongStreams {
  private readonly kept = new Map<string, readonly RecordedFact[]>();
  private facts = 0;

  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly mostFacts = MOST_FACTS,
  ) {}

  async read(stream: string): Promise<readonly RecordedFact[]> {
    const known = this.kept.get(stream);
    if (!known) return this.keep(stream, await this.store.readStream(stream));
    const since = await this.store.readStream(stream, { from: known.length });
    return this.keep(stream, since.length === 0 ? known : [...known, ...since]);
  }

  /** The latest used stand last, so that the first ones may go. */
  private keep(stream: string, read: readonly RecordedFact[]): readonly RecordedFact[] {
    if (read.length < LONG) return read;
    this.forget(stream);
    this.kept.set(stream, read);
    this.facts += read.length;
    for (const oldest of this.kept.keys()) {
      if (this.facts <= this.mostFacts) break;
      this.forget(oldest);
    }
    return read;
  }

  private forget(stream: string): void {
    this.facts -= this.kept.get(stream)?.length ?? 0;
    this.kept.delete(stream);
  }
}
