import type { Attendance, Lease, Leases } from '@ibex/kernel';
import type { Database } from '../engine/database';

/** An end of term by the database's clock, read when the row is written: a wait for a lock is not counted twice. */
const TERM = (place: number): string => `clock_timestamp() + $${place} * interval '1 millisecond'`;

/** Who does which work, as rows with a term. */
export class PostgresLeases implements Leases {
  private readonly database: Database;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  attend(group: string, holder: string, termMs: number): Promise<Attendance> {
    return this.database.transaction(async (session) => {
      await session.query(
        `INSERT INTO lease_attendance (work_group, holder, until) VALUES ($1, $2, ${TERM(3)})
         ON CONFLICT (work_group, holder) DO UPDATE SET until = excluded.until`,
        [group, holder, termMs],
      );
      const mine = await session.query<Lease>(
        `UPDATE leases SET until = ${TERM(3)}
         WHERE work_group = $1 AND holder = $2 AND until > clock_timestamp() RETURNING name, token`,
        [group, holder, termMs],
      );
      const [counted] = await session.query<{ present: number }>(
        'SELECT count(*) AS present FROM lease_attendance WHERE work_group = $1 AND until > clock_timestamp()',
        [group],
      );
      return { mine: [...mine].sort(byName), present: counted?.present ?? 0 };
    });
  }

  /** Of many that try at once, the row's lock lets one be first; the others then see its term. */
  async take(group: string, name: string, holder: string, termMs: number): Promise<Lease | undefined> {
    const [lease] = await this.database.run<Lease>(
      `INSERT INTO leases AS l (work_group, name, holder, token, until) VALUES ($1, $2, $3, 1, ${TERM(4)})
       ON CONFLICT (work_group, name) DO UPDATE SET holder = excluded.holder, until = excluded.until,
         token = l.token + (CASE WHEN l.holder = excluded.holder AND l.until > clock_timestamp() THEN 0 ELSE 1 END)
       WHERE l.holder IS NULL OR l.holder = excluded.holder OR l.until <= clock_timestamp()
       RETURNING name, token`,
      [group, name, holder, termMs],
    );
    return lease;
  }

  async release(group: string, names: readonly string[], holder: string): Promise<void> {
    await this.database.run(
      'UPDATE leases SET holder = NULL WHERE work_group = $1 AND name = ANY($2) AND holder = $3',
      [group, names, holder],
    );
  }

  /** Also clears away those who have long been silent. */
  async leave(group: string, holder: string): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.query('UPDATE leases SET holder = NULL WHERE work_group = $1 AND holder = $2', [
        group,
        holder,
      ]);
      await session.query(
        `DELETE FROM lease_attendance WHERE work_group = $1
         AND (holder = $2 OR until < clock_timestamp() - interval '1 day')`,
        [group, holder],
      );
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }
}

const byName = (a: Lease, b: Lease): number => (a.name < b.name ? -1 : 1);
