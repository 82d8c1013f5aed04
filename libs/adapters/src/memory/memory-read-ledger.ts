import type { NotedRead, ReadLedger, Reader } from '@ibex/kernel';

/** Keeps what was noted, in order. Not among what MemoryModule provides: a spec that shows something of a child names it. */
export class MemoryReadLedger implements ReadLedger {
  readonly noted: (NotedRead & Readonly<{ reader: Reader }>)[] = [];

  note(reader: Reader, read: NotedRead): Promise<void> {
    if (read.shown.length > 0) this.noted.push({ ...read, reader });
    return Promise.resolve();
  }
}
