import type { PostcodeDirectory } from '@ibex/kernel';
import type { Database } from '../engine/database';

type Batch = readonly (readonly [postcode: string, gss: string])[];

const normalised = (postcode: string): string => postcode.toUpperCase().replace(/\s+/g, '');

/** The operator's table of postcodes. */
export class PostgresPostcodes implements PostcodeDirectory {
  private readonly database: Database;
  private closed = false;

  constructor(database: Database) {
    this.database = database.join();
  }

  async authorityOf(postcode: string): Promise<string | undefined> {
    const [row] = await this.database.run<{ gss: string }>('SELECT gss FROM postcodes WHERE postcode = $1', [
      normalised(postcode),
    ]);
    return row?.gss;
  }

  async load(rows: AsyncIterable<Batch>): Promise<number> {
    let loaded = 0;
    for await (const batch of rows) {
      await this.put(batch);
      loaded += batch.length;
    }
    return loaded;
  }

  async size(): Promise<number> {
    const [row] = await this.database.run<{ size: number }>('SELECT count(*) AS size FROM postcodes');
    return row?.size ?? 0;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.database.leave();
  }

  /** In the order of postcodes, so that two operators who load at once do not wait for each other. */
  private async put(batch: Batch): Promise<void> {
    const last = new Map(batch.map(([postcode, gss]) => [normalised(postcode), gss]));
    await this.database.run(
      `INSERT INTO postcodes (postcode, gss)
       SELECT postcode, gss FROM unnest($1::text[], $2::text[]) AS v (postcode, gss) ORDER BY postcode
       ON CONFLICT (postcode) DO UPDATE SET gss = excluded.gss`,
      [[...last.keys()], [...last.values()]],
    );
  }
}
