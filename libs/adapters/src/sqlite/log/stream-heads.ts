import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What an append must know of its stream: how far it has come, and where each of its ids stands. */
export type StreamHead = { revision: number; readonly positions: Map<string, number> };

/** Streams appended to lately, so that a stream of many facts is not read again for each append. */
export class StreamHeads {
  private readonly heads = new Map<string, StreamHead>();
  private readonly read: StatementSync;
  private readonly mostIds: number;
  private ids = 0;

  constructor(database: DatabaseSync, mostIds = 100_000) {
    this.mostIds = mostIds;
    this.read = database.prepare('SELECT id, position FROM facts WHERE stream = ? ORDER BY revision');
    this.read.setReturnArrays(true);
  }

  get(stream: string): StreamHead {
    const known = this.heads.get(stream);
    if (known) this.heads.delete(stream);
    const head = known ?? this.load(stream);
    this.heads.set(stream, head);
    return head;
  }

  extend(head: StreamHead, id: string, position: number): void {
    head.positions.set(id, position);
    head.revision += 1;
    this.ids += 1;
  }

  /** Drops the streams that were used longest ago, between transactions. */
  trim(): void {
    for (const [stream, head] of this.heads) {
      if (this.ids <= this.mostIds) return;
      this.heads.delete(stream);
      this.ids -= head.positions.size;
    }
  }

  clear(): void {
    this.heads.clear();
    this.ids = 0;
  }

  private load(stream: string): StreamHead {
    const rows = this.read.all(stream) as unknown as readonly [string, number][];
    this.ids += rows.length;
    return { revision: rows.length - 1, positions: new Map(rows) };
  }
}
