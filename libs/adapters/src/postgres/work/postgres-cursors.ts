import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { Cursors } from '@ibex/kernel';
import type { Database } from '../engine/database';

/** How far each channel is with each mailbox. */
export class PostgresCursors implements Cursors {
  private readonly database: Database;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  async at(channel: string, authority: string): Promise<number> {
    this.refuseClosed();
    const [row] = await this.database.run<{ sequence: number }>(
      'SELECT sequence FROM cursors WHERE channel = $1 AND authority = $2',
      [channel, authority],
    );
    return row?.sequence ?? 0;
  }

  async move(channel: string, authority: string, from: number, to: number): Promise<void> {
    this.refuseClosed();
    const moved = await this.database.run(
      `INSERT INTO cursors AS c (channel, authority, sequence)
       SELECT $1, $2, $4::bigint
       WHERE $3::bigint = 0 OR EXISTS (SELECT FROM cursors WHERE channel = $1 AND authority = $2)
       ON CONFLICT (channel, authority) DO UPDATE SET sequence = excluded.sequence WHERE c.sequence = $3::bigint
       RETURNING 1 AS moved`,
      [channel, authority, from, to],
    );
    if (moved.length === 0) throw new Overtaken(`the cursor of ${channel} in the mailbox of ${authority}`);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.database.place.name}: the cursors are closed`);
  }
}
