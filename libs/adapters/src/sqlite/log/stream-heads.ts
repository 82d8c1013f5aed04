import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What an append must know of its stream: its number, how far it has come, and where each of its ids stands. */
export type StreamHead = {
  number: number | undefined;
  revision: number;
  readonly positions: Map<string, number>;
};

/** Streams appended to lately, so that a stream of many facts is not read again for each append. */
export class StreamHeads {
  private readonly heads = new Map<string, StreamHead>();
  private readonly find: StatementSync;
  private readonly read: StatementSync;
  private readonly introduce: StatementSync;
  private readonly mostIds: number;
  private readonly newest: StatementSync;
  private nextNumber: number;
  private ids = 0;

  constructor(database: DatabaseSync, mostIds = 100_000) {
    this.mostIds = mostIds;
    this.find = database.prepare('SELECT number FROM streams WHERE name = ?');
    this.introduce = database.prepare('INSERT INTO streams VALUES (?, ?)');
    this.newest = database.prepare('SELECT max(stream_number) AS newest FROM facts');
    this.nextNumber = this.findNext();
    this.read = database.prepare('SELECT id, position FROM facts WHERE stream_number = ? ORDER BY revision');
    this.read.setReturnArrays(true);
  }

  get(stream: string): StreamHead {
    const known = this.heads.get(stream);
    if (known) this.heads.delete(stream);
    const head = known ?? this.load(stream);
    this.heads.set(stream, head);
    return head;
  }

  /** The stream's number, given to it with its first fact. */
  numberOf(stream: string, head: StreamHead): number {
    if (head.number !== undefined) return head.number;
    const number = this.nextNumber;
    this.introduce.run(stream, number);
    this.nextNumber += 1;
    head.number = number;
    return number;
  }

  extend(head: StreamHead, id: string, position: number): void {
    head.positions.set(id, position);
    head.revision += 1;
    this.ids += 1;
  }

  /** Drops the streams that were used longest ago, between transactions. */
  trim(): void {
    for (const [stream, head] of this.heads) {
      if (this.ids + this.heads.size <= this.mostIds) return;
      this.heads.delete(stream);
      this.ids -= head.positions.size;
    }
  }

  /** After a transaction was undone: nothing that was remembered of it holds. */
  clear(): void {
    this.heads.clear();
    this.ids = 0;
    this.nextNumber = this.findNext();
  }

  private findNext(): number {
    const newest = this.newest.get()?.['newest'];
    return typeof newest === 'number' ? newest + 1 : 1;
  }

  private load(stream: string): StreamHead {
    const number = this.find.get(stream)?.['number'];
    if (typeof number !== 'number') return { number: undefined, revision: -1, positions: new Map() };
    const rows = this.read.all(number) as unknown as readonly [string, number][];
    this.ids += rows.length;
    return { number, revision: rows.length - 1, positions: new Map(rows) };
  }
}
