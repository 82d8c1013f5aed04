import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import type { Identifier } from '@ibex/kernel';
import type { BlockRow, KeyColumns, KeyedRecordRow } from './identity-keys.schema';
import { padded } from './padded';

type Counted = Readonly<{ key: string; held: number | string }>;
type Named = Readonly<{ as(name: string): unknown }>;
type Counting = Readonly<{ fn: Readonly<{ countAll(): Named }> }>;

/** What is asked of the reading database here. It is a Kysely, which only views and adapters may name. */
interface Rows<Row> {
  where(column: string, operator: '=', value: string): Rows<Row>;
  where(column: string, operator: 'in', values: readonly string[]): Rows<Row>;
  where(column: string, operator: '<=', value: number): Rows<Row>;
  select(columns: (counting: Counting) => readonly unknown[]): Rows<Counted>;
  groupBy(column: string): Rows<Row>;
  limit(rows: number): Rows<Row>;
  selectAll(): Rows<Row>;
  execute(): Promise<readonly Row[]>;
}
export interface KeysDb {
  selectFrom(table: 'identityRecords'): Rows<KeyedRecordRow>;
  selectFrom(table: 'identityBlocks'): Rows<BlockRow>;
}

/** Identifiers and what they must be. */
export type Wanted = Partial<Readonly<Record<Identifier, string>>>;

/** Reads the keys of records. */
@Injectable()
export class KeyedRecords {
  constructor(@Inject(READ_DB) private readonly db: KeysDb) {}

  /** Records that are the same in everything that is wanted. */
  where(wanted: Wanted, most: number): Promise<readonly KeyedRecordRow[]> {
    const all = this.db.selectFrom('identityRecords').selectAll();
    const asked = Object.entries(wanted).reduce(
      (rows, [column, value]) => rows.where(column, '=', value),
      all,
    );
    return asked.limit(most).execute();
  }

  async of(refs: readonly string[]): Promise<readonly KeyedRecordRow[]> {
    if (refs.length === 0) return [];
    return this.db.selectFrom('identityRecords').selectAll().where('recordRef', 'in', padded(refs)).execute();
  }

  async underBlocks(digests: readonly string[]): Promise<readonly BlockRow[]> {
    if (digests.length === 0) return [];
    return this.db.selectFrom('identityBlocks').selectAll().where('digest', 'in', padded(digests)).execute();
  }

  /** How many records each block holds. */
  async sizesOf(digests: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (digests.length === 0) return new Map();
    const rows = this.db.selectFrom('identityBlocks').where('digest', 'in', padded(digests));
    return counts(rows.groupBy('digest').select(({ fn }) => ['digest as key', fn.countAll().as('held')]));
  }

  /** How many records say the same. */
  async sayingSame(
    column: keyof KeyColumns,
    digests: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    if (digests.length === 0) return new Map();
    const rows = this.db.selectFrom('identityRecords').where(column, 'in', padded(digests));
    return counts(rows.groupBy(column).select(({ fn }) => [`${column} as key`, fn.countAll().as('held')]));
  }

  async size(): Promise<number> {
    const [row] = await this.db
      .selectFrom('identityRecords')
      .select(({ fn }) => [fn.countAll().as('held')])
      .execute();
    return Number(row?.held ?? 0);
  }
}

const counts = async (rows: Rows<Counted>): Promise<ReadonlyMap<string, number>> =>
  new Map((await rows.execute()).map(({ key, held }) => [key, Number(held)]));
