import type { DatabaseSync, StatementSync } from 'node:sqlite';

export type MoveRequest = Readonly<{
  kind: 'move-cursor';
  channel: string;
  authority: string;
  from: number;
  to: number;
}>;
export type MoveAnswer = Readonly<{ moved: boolean }>;

/** Made when missing, so that files of before there were cursors gain it. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS cursors (
    channel   TEXT NOT NULL,
    authority TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    PRIMARY KEY (channel, authority)
  ) STRICT`;

export const SELECT_CURSOR = 'SELECT sequence AS n FROM cursors WHERE channel = ? AND authority = ?';

/** Moves cursors in the writer's thread. */
export class CursorTasks {
  private readonly select: StatementSync;
  private readonly put: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(TABLE);
    this.select = database.prepare(SELECT_CURSOR);
    this.put = database.prepare(
      `INSERT INTO cursors VALUES (?, ?, ?)
       ON CONFLICT (channel, authority) DO UPDATE SET sequence = excluded.sequence`,
    );
  }

  move({ channel, authority, from, to }: MoveRequest): MoveAnswer {
    const standing = this.select.get(channel, authority)?.['n'] ?? 0;
    if (standing !== from) return { moved: false };
    this.put.run(channel, authority, to);
    return { moved: true };
  }
}
