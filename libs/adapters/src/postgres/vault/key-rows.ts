import type { Database } from '../engine/database';

/** The wrapped key that the database holds; null once destroyed. */
export type KeptKey = Readonly<{ wrapped: Uint8Array | null }>;
type Rows = ReadonlyMap<string, KeptKey>;

/** Looks keys up; those that are asked for in one turn of the event loop together, since each batch of facts asks for many. */
export class KeyRows {
  private asked = new Set<string>();
  private gathering: Promise<Rows> | undefined;

  constructor(private readonly database: Pick<Database, 'run'>) {}

  /** As of after the call; undefined where there is none. */
  async find(name: string): Promise<KeptKey | undefined> {
    this.asked.add(name);
    this.gathering ??= new Promise((resolve) => {
      setImmediate(() => resolve(this.readAsked()));
    });
    return (await this.gathering).get(name);
  }

  private async readAsked(): Promise<Rows> {
    const names = [...this.asked];
    this.asked = new Set();
    this.gathering = undefined;
    const rows = await this.database.run<KeptKey & Readonly<{ name: string }>>(
      'SELECT record_ref AS name, wrapped FROM keys WHERE record_ref = ANY($1)',
      [names],
    );
    return new Map(rows.map((row) => [row.name, row]));
  }
}
