import { StoreUnavailable } from '@ibex/kernel';
import type { Instant, KeptThing, KeptThings } from '@ibex/kernel';
import { Database } from '../engine/database';
import type { ConnectionOptions } from '../engine/options';
import { layOut } from '../layout/lay-out';

type Row = Readonly<{
  kind: string;
  id: string;
  owner: string;
  login: string | null;
  sealed: string;
  kept_at: string;
  until: string;
}>;

const toThing = ({ kind, id, owner, login, sealed, kept_at: keptAt, until }: Row): KeptThing => ({
  ...{ kind, id, owner, sealed, keptAt, until },
  ...(login === null ? {} : { group: login }),
});

const INSERT = `INSERT INTO kept_things AS k (kind, id, owner, login, sealed, kept_at, until)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner, login = excluded.login,
    sealed = excluded.sealed, kept_at = excluded.kept_at, until = excluded.until`;

const valuesOf = ({ kind, id, owner, group, sealed, keptAt, until }: KeptThing): readonly unknown[] => [
  ...[kind, id, owner, group ?? null, sealed, keptAt, until],
];

/** Sessions, drafts and the like as rows, so that several consoles work side by side. */
export class PostgresKeptThings implements KeptThings {
  private readonly database: Database;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  /** Brings the database to this program's layout first. Throws StoreUnavailable. */
  static async open(connection: ConnectionOptions): Promise<PostgresKeptThings> {
    const database = new Database(connection);
    await layOut(database.settings);
    return new PostgresKeptThings(database);
  }

  async put(thing: KeptThing): Promise<void> {
    await this.run(INSERT, valuesOf(thing));
  }

  async putNew(thing: KeptThing): Promise<boolean> {
    const sole = `${INSERT} WHERE k.until <= excluded.kept_at RETURNING *`;
    return (await this.run(sole, valuesOf(thing))).length > 0;
  }

  async replace(thing: KeptThing): Promise<boolean> {
    const text = `UPDATE kept_things SET owner = $3, login = $4, sealed = $5, kept_at = $6, until = $7
      WHERE kind = $1 AND id = $2 RETURNING *`;
    return (await this.run(text, valuesOf(thing))).length > 0;
  }

  async find(kind: string, id: string, now: Instant): Promise<KeptThing | undefined> {
    const text = 'SELECT * FROM kept_things WHERE kind = $1 AND id = $2 AND until > $3';
    return (await this.run(text, [kind, id, now])).map(toThing)[0];
  }

  async take(kind: string, id: string, now: Instant): Promise<KeptThing | undefined> {
    const rows = await this.run('DELETE FROM kept_things WHERE kind = $1 AND id = $2 RETURNING *', [
      kind,
      id,
    ]);
    return rows.map(toThing).find(({ until }) => until > now);
  }

  async list(kind: string, owner: string, now: Instant): Promise<readonly KeptThing[]> {
    const text = `SELECT * FROM kept_things WHERE kind = $1 AND owner = $2 AND until > $3
      ORDER BY kept_at DESC`;
    return (await this.run(text, [kind, owner, now])).map(toThing);
  }

  async remove(kind: string, id: string): Promise<void> {
    await this.run('DELETE FROM kept_things WHERE kind = $1 AND id = $2', [kind, id]);
  }

  async removeOf(kind: string, of: Readonly<{ owner: string }> | Readonly<{ group: string }>): Promise<void> {
    const [column, whose] = 'owner' in of ? ['owner', of.owner] : ['login', of.group];
    await this.run(`DELETE FROM kept_things WHERE kind = $1 AND ${column} = $2`, [kind, whose]);
  }

  async sweep(now: Instant): Promise<number> {
    return (await this.run('DELETE FROM kept_things WHERE until <= $1 RETURNING *', [now])).length;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }

  private async run(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    if (!this.closed) return this.database.run<Row>(text, [...values]);
    const { name } = this.database.place;
    throw new StoreUnavailable('store/closed', `${name}: the things kept for a while are closed`);
  }
}
