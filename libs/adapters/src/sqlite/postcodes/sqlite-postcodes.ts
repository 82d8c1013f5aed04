import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { PostcodeDirectory } from '@ibex/kernel';
import { openForReading } from '../engine/database-file';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { WriteThread } from '../engine/write-thread';
import { postcodesFile } from './postcodes-file';

const normalised = (postcode: string): string => postcode.toUpperCase().replace(/\s+/g, '');

/** The operator's table of postcodes. A writer runs only while one is loaded; without a file nothing is known. */
export class SqlitePostcodes implements PostcodeDirectory {
  private reader: DatabaseSync | undefined;

  constructor(private readonly file: string) {}

  authorityOf(postcode: string): Promise<string | undefined> {
    return promised(() => {
      const row = this.ask('SELECT gss FROM postcodes WHERE postcode = ?', normalised(postcode));
      const gss = row?.['gss'];
      return typeof gss === 'string' ? gss : undefined;
    });
  }

  async load(rows: AsyncIterable<readonly (readonly [string, string])[]>): Promise<number> {
    const writer = await WriteThread.start(join(__dirname, 'postcodes.tasks'), { file: this.file });
    try {
      let loaded = 0;
      for await (const batch of rows) {
        const pairs = batch.flatMap(([postcode, gss]) => [normalised(postcode), gss]);
        await writer.perform(JSON.stringify(pairs));
        loaded += batch.length;
      }
      return loaded;
    } finally {
      await writer.close();
    }
  }

  size(): Promise<number> {
    return promised(() => {
      const count = this.ask('SELECT count(*) AS count FROM postcodes')?.['count'];
      return typeof count === 'number' ? count : 0;
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.reader?.close();
      this.reader = undefined;
    });
  }

  private ask(sql: string, ...values: string[]): Record<string, unknown> | undefined {
    if (!this.reader && !existsSync(this.file)) return undefined;
    return orUnavailable(this.file, () => {
      this.reader ??= openForReading(postcodesFile(this.file));
      return this.reader.prepare(sql).get(...values);
    });
  }
}
