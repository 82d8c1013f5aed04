import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Attempt, Instant } from '@ibex/kernel';

export type AppendAttempts = Readonly<{ kind: 'append-attempts'; attempts: readonly Attempt[] }>;
export type PruneAttempts = Readonly<{ kind: 'prune-attempts'; before: Instant; most: number }>;
export type AttemptRequest = AppendAttempts | PruneAttempts;
export type PruneAnswer = Readonly<{ dropped: number }>;

/** Made when missing, so that files of before there was a log of tries gain it. Numbers are never given twice. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS attempts (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    subscription_id TEXT NOT NULL,
    authority       TEXT NOT NULL,
    sequence        INTEGER NOT NULL,
    at              TEXT NOT NULL,
    outcome         TEXT NOT NULL,
    reason          TEXT,
    status          INTEGER,
    duration_ms     INTEGER NOT NULL,
    more            INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS attempts_by_subscription ON attempts (subscription_id, number);
  CREATE INDEX IF NOT EXISTS attempts_by_time ON attempts (at)`;

/** Writes and drops tries in the writer's thread. */
export class AttemptTasks {
  private readonly insert: StatementSync;
  private readonly drop: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(TABLE);
    this.insert = database.prepare('INSERT INTO attempts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.drop = database.prepare(
      'DELETE FROM attempts WHERE number IN (SELECT number FROM attempts WHERE at < ? ORDER BY at LIMIT ?)',
    );
  }

  perform(asked: AttemptRequest): PruneAnswer {
    if (asked.kind === 'prune-attempts')
      return { dropped: Number(this.drop.run(asked.before, asked.most).changes) };
    for (const each of asked.attempts) {
      const { subscriptionId, authority, sequence, at, outcome, reason = null, status = null } = each;
      const { durationMs, more } = each;
      this.insert.run(subscriptionId, authority, sequence, at, outcome, reason, status, durationMs, more);
    }
    return { dropped: 0 };
  }
}
