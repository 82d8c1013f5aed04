import type { ChildRecord } from '@ibex/kernel';

/** `known`: digest of all that is known. `lastTold`: digest of what was told last, which may be a part of it. */
export type RecordSeen = Readonly<{ record: ChildRecord; known: string; lastTold?: string }>;

/** Records seen lately, so that the next notice about the same child reads nothing. Holds digests, no identity. */
export class RecordsSeen {
  private readonly seen = new Map<string, RecordSeen>();

  constructor(private readonly limit = 20_000) {}

  find(recordRef: string): RecordSeen | undefined {
    return this.seen.get(recordRef);
  }

  remember(entry: RecordSeen): void {
    const { recordRef } = entry.record;
    this.seen.delete(recordRef);
    this.seen.set(recordRef, entry);
    if (this.seen.size <= this.limit) return;
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }
}
