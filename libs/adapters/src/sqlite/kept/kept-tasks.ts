import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Instant, KeptThing } from '@ibex/kernel';

type Named = Readonly<{ thingKind: string; id: string }>;
export type KeptRequest =
  | Readonly<{ kind: 'keep-thing'; how: 'put' | 'new' | 'replace'; thing: KeptThing }>
  | (Named & Readonly<{ kind: 'take-thing'; now: Instant }>)
  | (Named & Readonly<{ kind: 'remove-thing' }>)
  | Readonly<{ kind: 'remove-things'; thingKind: string; by: 'owner' | 'login'; of: string }>
  | Readonly<{ kind: 'sweep-things'; now: Instant }>;

/** `thing`: what was taken, as its row. `count`: how many rows were written or removed. */
export type KeptAnswer = Readonly<{ count: number; thing?: Readonly<Record<string, unknown>> }>;

/** Made when missing, so that files of before there was a console gain it. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS kept_things (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    owner   TEXT NOT NULL,
    login   TEXT,
    sealed  TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    until   TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS kept_things_by_owner ON kept_things (kind, owner, kept_at);
  CREATE INDEX IF NOT EXISTS kept_things_by_login ON kept_things (kind, login) WHERE login IS NOT NULL;
  CREATE INDEX IF NOT EXISTS kept_things_by_end ON kept_things (until)`;

const OVER = `DO UPDATE SET owner = excluded.owner, login = excluded.login, sealed = excluded.sealed,
  kept_at = excluded.kept_at, until = excluded.until`;
const INSERT = 'INSERT INTO kept_things VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id)';

const KINDS: ReadonlySet<string> = new Set([
  'keep-thing',
  'take-thing',
  'remove-thing',
  'remove-things',
  'sweep-things',
]);
export const isOfKeptThings = (asked: Readonly<{ kind: string }>): asked is KeptRequest =>
  KINDS.has(asked.kind);

/** Keeps and removes things with an end, in the writer's thread. */
export class KeptTasks {
  private readonly keeping: Readonly<Record<'put' | 'new' | 'replace', StatementSync>>;
  private readonly taking: StatementSync;
  private readonly removing: StatementSync;
  private readonly removingOf: Readonly<Record<'owner' | 'login', StatementSync>>;
  private readonly sweeping: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(TABLE);
    this.keeping = {
      put: database.prepare(`${INSERT} ${OVER}`),
      new: database.prepare(`${INSERT} ${OVER} WHERE kept_things.until <= excluded.kept_at`),
      replace: database.prepare(
        `UPDATE kept_things SET owner = ?3, login = ?4, sealed = ?5, kept_at = ?6, until = ?7
         WHERE kind = ?1 AND id = ?2`,
      ),
    };
    this.taking = database.prepare('DELETE FROM kept_things WHERE kind = ? AND id = ? RETURNING *');
    this.removing = database.prepare('DELETE FROM kept_things WHERE kind = ? AND id = ?');
    this.removingOf = {
      owner: database.prepare('DELETE FROM kept_things WHERE kind = ? AND owner = ?'),
      login: database.prepare('DELETE FROM kept_things WHERE kind = ? AND login = ?'),
    };
    this.sweeping = database.prepare('DELETE FROM kept_things WHERE until <= ?');
  }

  perform(asked: KeptRequest): KeptAnswer {
    switch (asked.kind) {
      case 'keep-thing':
        return this.keep(asked.how, asked.thing);
      case 'take-thing':
        return this.take(asked);
      case 'remove-thing':
        return { count: Number(this.removing.run(asked.thingKind, asked.id).changes) };
      case 'remove-things':
        return { count: Number(this.removingOf[asked.by].run(asked.thingKind, asked.of).changes) };
      case 'sweep-things':
        return { count: Number(this.sweeping.run(asked.now).changes) };
    }
  }

  private keep(how: 'put' | 'new' | 'replace', thing: KeptThing): KeptAnswer {
    const { kind, id, owner, group = null, sealed, keptAt, until } = thing;
    return { count: Number(this.keeping[how].run(kind, id, owner, group, sealed, keptAt, until).changes) };
  }

  /** What is over is taken away as well, and not given out. */
  private take({ thingKind, id, now }: Named & Readonly<{ now: Instant }>): KeptAnswer {
    const row = this.taking.get(thingKind, id);
    return row !== undefined && String(row['until']) > now ? { count: 1, thing: { ...row } } : { count: 0 };
  }
}
