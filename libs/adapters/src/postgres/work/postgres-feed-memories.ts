import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { FeedMemories, FeedMemory, KeptMemory } from '@ibex/kernel';
import type { Database } from '../engine/database';

/** What feeds remember, as rows with a version. */
export class PostgresFeedMemories implements FeedMemories {
  private readonly database: Database;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  async read(feed: string): Promise<KeptMemory> {
    this.refuseClosed();
    const [row] = await this.database.run<{ version: number; memory: string }>(
      'SELECT version, memory FROM feed_memories WHERE feed = $1',
      [feed],
    );
    return row ? { version: row.version, memory: JSON.parse(row.memory) as FeedMemory } : { version: 0 };
  }

  async save(feed: string, from: number, memory: FeedMemory): Promise<number> {
    this.refuseClosed();
    const saved = await this.database.run(
      `INSERT INTO feed_memories AS m (feed, version, memory)
       SELECT $1, $2::bigint + 1, $3
       WHERE $2::bigint = 0 OR EXISTS (SELECT FROM feed_memories WHERE feed = $1)
       ON CONFLICT (feed) DO UPDATE SET version = excluded.version, memory = excluded.memory
         WHERE m.version = $2::bigint
       RETURNING 1 AS saved`,
      [feed, from, JSON.stringify(memory)],
    );
    if (saved.length === 0) throw new Overtaken(`the memory of ${feed}`);
    return from + 1;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable(
        'store/closed',
        `${this.database.place.name}: the memories of feeds are closed`,
      );
  }
}
