import { StoreUnavailable } from '@ibex/kernel';
import type { Attempt, AttemptOutcome, AttemptQuery, Attempts, Instant, KeptAttempt } from '@ibex/kernel';
import type { Database } from '../engine/database';

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

/** The tries to reach subscribers. An authority is shown its own, by the database as well. */
export class PostgresAttempts implements Attempts {
  private readonly database: Database;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  async append(attempts: readonly Attempt[]): Promise<void> {
    this.refuseClosed();
    if (attempts.length === 0) return;
    const column = (of: (attempt: Attempt) => string | number | null): unknown => attempts.map(of);
    await this.database.run(
      `INSERT INTO attempts (subscription_id, authority, sequence, at, outcome, reason, status, duration_ms, more)
       SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[],
                            $7::integer[], $8::integer[], $9::integer[])`,
      [
        ...[column(({ subscriptionId }) => subscriptionId), column(({ authority }) => authority)],
        ...[column(({ sequence }) => sequence), column(({ at }) => at), column(({ outcome }) => outcome)],
        ...[column(({ reason }) => reason ?? null), column(({ status }) => status ?? null)],
        ...[column(({ durationMs }) => durationMs), column(({ more }) => more)],
      ],
    );
  }

  async list(subscriptionId: string, query: AttemptQuery): Promise<readonly KeptAttempt[]> {
    this.refuseClosed();
    const { limit, before = null, since = '', outcomes = null } = query;
    const rows = await this.database.read<Row>(
      this.database.settings.reader.current(),
      `SELECT * FROM attempts
       WHERE subscription_id = $1 AND ($2::bigint IS NULL OR number < $2) AND at >= $3
         AND ($4::text[] IS NULL OR outcome = ANY($4))
       ORDER BY number DESC LIMIT $5`,
      [subscriptionId, before, since, outcomes, limit],
    );
    return rows.map(toAttempt);
  }

  async prune(before: Instant, most: number): Promise<number> {
    this.refuseClosed();
    const dropped = await this.database.run(
      `DELETE FROM attempts WHERE number IN (SELECT number FROM attempts WHERE at < $1 ORDER BY at LIMIT $2)
       RETURNING 1 AS dropped`,
      [before, most],
    );
    return dropped.length;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.database.place.name}: the attempts are closed`);
  }
}
