import { Injectable } from '@nestjs/common';
import type { ChildRecord, Revision } from '@ibex/kernel';

/** `revision`: of the fact that told it. `known`: digest of all that is known. `lastTold`: digest of what was told last, which may be a part of it. */
export type RecordSeen = Readonly<{
  record: ChildRecord;
  revision: Revision;
  known: string;
  lastTold?: string;
}>;

const MOST = 20_000;

/** Records seen lately, so that the next notice about the same child reads nothing. Holds digests, no identity. */
@Injectable()
export class RecordsSeen {
  private readonly seen = new Map<string, RecordSeen>();

  /** Another process has told more of a record. */
  told(recordRef: string, revision: Revision): void {
    const known = this.seen.get(recordRef);
    if (known && known.revision < revision) this.seen.delete(recordRef);
  }

  forgetAll(): void {
    this.seen.clear();
  }

  find(recordRef: string): RecordSeen | undefined {
    return this.seen.get(recordRef);
  }

  remember(entry: RecordSeen): void {
    const { recordRef } = entry.record;
    this.seen.delete(recordRef);
    this.seen.set(recordRef, entry);
    if (this.seen.size <= MOST) return;
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }
}
