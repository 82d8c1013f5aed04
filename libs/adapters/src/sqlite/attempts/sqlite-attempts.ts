import { StoreUnavailable } from '@ibex/kernel';
import type { Attempt, AttemptOutcome, AttemptQuery, Attempts, Instant, KeptAttempt } from '@ibex/kernel';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { ViewsFile } from '../views/views-file';
import type { AttemptRequest, PruneAnswer } from './attempt-tasks';

type Row = Readonly<{
  number: number;
  subscription_id: string;
  authority: string;
  sequence: number;
  at: string;
  outcome: string;
  reason: string | null;
  status: number | null;
  duration_ms: number;
  more: number;
}>;

const toAttempt = (row: Row): KeptAttempt => ({
  ...{ number: row.number, subscriptionId: row.subscription_id, authority: row.authority },
  ...{ sequence: row.sequence, at: row.at, outcome: row.outcome as AttemptOutcome },
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.status === null ? {} : { status: row.status }),
  ...{ durationMs: row.duration_ms, more: row.more },
});

/** The tries to reach subscribers, in the file of the mailboxes. */
export class SqliteAttempts implements Attempts {
  private readonly views: ViewsFile;
  private closed = false;

  constructor(views: ViewsFile) {
    this.views = views.join();
  }

  /** A file of its own, for a spec or a tool. Throws StoreUnavailable. */
  static async open(file: string): Promise<SqliteAttempts> {
    return new SqliteAttempts(await ViewsFile.open(file));
  }

  async append(attempts: readonly Attempt[]): Promise<void> {
    await this.perform({ kind: 'append-attempts', attempts });
  }

  list(subscriptionId: string, query: AttemptQuery): Promise<readonly KeptAttempt[]> {
    const { limit, before = Number.MAX_SAFE_INTEGER, since = '', outcomes } = query;
    const named = outcomes === undefined ? '' : `AND outcome IN (${outcomes.map(() => '?').join(', ')})`;
    return promised(() => {
      this.refuseClosed();
      const rows = orUnavailable(this.views.file, () =>
        this.views.reader
          .prepare(
            `SELECT * FROM attempts WHERE subscription_id = ? AND number < ? AND at >= ? ${named}
             ORDER BY number DESC LIMIT ?`,
          )
          .all(subscriptionId, before, since, ...(outcomes ?? []), limit),
      );
      return (rows as unknown as readonly Row[]).map(toAttempt);
    });
  }

  async prune(before: Instant, most: number): Promise<number> {
    return (await this.perform({ kind: 'prune-attempts', before, most })).dropped;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.views.leave();
  }

  private async perform(request: AttemptRequest): Promise<PruneAnswer> {
    this.refuseClosed();
    return this.views.writer.perform<PruneAnswer>(request);
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.views.file}: the attempts are closed`);
  }
}
