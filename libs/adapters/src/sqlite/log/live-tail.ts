import type { Position, RecordedFact } from '@ibex/kernel';

type Kept = Readonly<{ fact: RecordedFact; bytes: number }>;

/** The newest facts in memory, without a gap, so that a subscriber that keeps up never reads the file. */
export class LiveTail {
  private kept: Kept[] = [];
  private bytes = 0;

  constructor(
    private readonly mostFacts = 512,
    private readonly mostBytes = 8_388_608,
  ) {}

  push(fact: RecordedFact, bytes: number): void {
    const last = this.kept.at(-1)?.fact.position;
    if (last !== undefined && fact.position !== last + 1) this.clear();
    this.kept.push({ fact, bytes });
    this.bytes += bytes;
    // Twice the bound before anything is dropped, so that dropping costs little per fact.
    if (this.kept.length > 2 * this.mostFacts || this.bytes > 2 * this.mostBytes) this.trim();
  }

  /** Facts from a position on, at most `limit`; undefined when some of them are no longer, or not yet, kept. */
  after(position: Position, limit: number): readonly RecordedFact[] | undefined {
    const oldest = this.kept[0]?.fact.position;
    if (oldest === undefined || position + 1 < oldest) return undefined;
    const start = position + 1 - oldest;
    return this.kept.slice(start, start + limit).map(({ fact }) => fact);
  }

  private clear(): void {
    this.kept = [];
    this.bytes = 0;
  }

  private trim(): void {
    let drop = 0;
    for (const { bytes } of this.kept) {
      if (this.kept.length - drop <= this.mostFacts && this.bytes <= this.mostBytes) break;
      this.bytes -= bytes;
      drop += 1;
    }
    this.kept = this.kept.slice(drop);
  }
}
