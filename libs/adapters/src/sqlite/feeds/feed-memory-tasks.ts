import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** `memory`: as JSON. */
export type SaveRequest = Readonly<{ kind: 'save-feed-memory'; feed: string; from: number; memory: string }>;
export type SaveAnswer = Readonly<{ saved: boolean }>;

/** Made when missing, so that files of before feeds remembered anything gain it. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS feed_memories (
    feed    TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    memory  TEXT NOT NULL
  ) STRICT`;

export const SELECT_MEMORY = 'SELECT version, memory FROM feed_memories WHERE feed = ?';

/** Saves what feeds remember, in the writer's thread. */
export class FeedMemoryTasks {
  private readonly select: StatementSync;
  private readonly put: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(TABLE);
    this.select = database.prepare(SELECT_MEMORY);
    this.put = database.prepare(
      `INSERT INTO feed_memories VALUES (?, ?, ?)
       ON CONFLICT (feed) DO UPDATE SET version = excluded.version, memory = excluded.memory`,
    );
  }

  save({ feed, from, memory }: SaveRequest): SaveAnswer {
    const standing = this.select.get(feed)?.['version'] ?? 0;
    if (standing !== from) return { saved: false };
    this.put.run(feed, from + 1, memory);
    return { saved: true };
  }
}
