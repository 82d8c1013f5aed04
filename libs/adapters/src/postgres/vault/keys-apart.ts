import type { Database } from '../engine/database';

const APART_CHANNEL = 'ibex_keys_apart';

type Change =
  | 'INSERT INTO keys_apart (name) VALUES ($1) ON CONFLICT DO NOTHING'
  | 'DELETE FROM keys_apart WHERE name = $1';

/** Names of keys that are given to nobody in the ordinary way: few, so that all are known while the database is heard. */
export class KeysApart {
  private known: Promise<ReadonlySet<string>> | undefined;
  private readonly forget = (): void => {
    this.known = undefined;
  };

  constructor(private readonly database: Database) {
    database.listener.on(APART_CHANNEL, this.forget);
    // a change may have gone unheard
    database.listener.onGap(this.forget);
  }

  async has(name: string): Promise<boolean> {
    if (!this.database.listener.isHearing) return (await this.read()).has(name);
    const known = (this.known ??= this.read());
    try {
      return (await known).has(name);
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  add(name: string): Promise<void> {
    return this.change('INSERT INTO keys_apart (name) VALUES ($1) ON CONFLICT DO NOTHING', name);
  }

  delete(name: string): Promise<void> {
    return this.change('DELETE FROM keys_apart WHERE name = $1', name);
  }

  close(): void {
    this.database.listener.off(APART_CHANNEL, this.forget);
  }

  private async read(): Promise<ReadonlySet<string>> {
    const rows = await this.database.run<{ name: string }>('SELECT name FROM keys_apart');
    return new Set(rows.map(({ name }) => name));
  }

  private async change(statement: Change, name: string): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.query(statement, [name]);
      await session.query(`SELECT pg_notify('${APART_CHANNEL}', $1)`, [name]);
    });
    this.forget();
  }
}
