import { DatabaseSync } from 'node:sqlite';

const EVERY_MS = 250;
/** What is committed during one checkpoint is left for the next, which is over before much more has come. */
const MOST_AT_ONCE = 3;

/** In pages of 4 KiB: where its neighbour falls behind, a writer brings so long a write-ahead log into its file itself. */
export const LONGEST_WAL_OF_A_NEIGHBOUR = 8_000;

/**
 * Brings the write-ahead log of another writer's file into it. SQLite by itself does so within the commit that has
 * filled that log, and whoever appended then waits for a thousand pages in no order to reach the disk. This thread's own
 * callers wait for nothing of the kind.
 */
export class Neighbour {
  private readonly file: string;
  private readonly timer: NodeJS.Timeout;
  private database: DatabaseSync | undefined;

  constructor(file: string) {
    this.file = file;
    this.timer = setInterval(() => this.checkpoint(), EVERY_MS);
    this.timer.unref();
  }

  close(): void {
    clearInterval(this.timer);
    this.database?.close();
  }

  private checkpoint(): void {
    try {
      this.database ??= new DatabaseSync(this.file);
      const checkpoint = this.database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
      for (let times = 0; times < MOST_AT_ONCE; times += 1) {
        const { log, checkpointed } = checkpoint.get() ?? {};
        if (log === checkpointed) return;
      }
    } catch {
      // what is committed stays in the write-ahead log, and a commit that cannot be kept says so itself
    }
  }
}
