import { Inject, Injectable } from '@nestjs/common';
import { BEGINNING, READ_DB, READ_MODELS } from '@ibex/kernel';
import type { Position, ReadModels, RowChange } from '@ibex/kernel';
import { padded } from '../keys/padded';
import { PAIR_BOOK_SCHEMA } from './pair-book.schema';
import type { AsideBecause, AsideRow, PairRow } from './pair-book.schema';

/** What is asked of the reading database here. It is a Kysely, which only views and adapters may name. */
type Counted = Readonly<{ because: AsideBecause; held: number | string }>;
type Counting = Readonly<{ fn: Readonly<{ countAll(): Readonly<{ as(name: string): unknown }> }> }>;
interface Rows<Row, Column extends string> {
  where(column: Column, operator: 'in', values: readonly string[]): Rows<Row, Column>;
  groupBy(column: 'because'): Rows<Row, Column>;
  select(columns: (counting: Counting) => readonly unknown[]): Rows<Counted, Column>;
  selectAll(): Rows<Row, Column>;
  execute(): Promise<readonly Row[]>;
}
export interface PairsDb {
  selectFrom(table: 'matchingPairs'): Rows<PairRow, 'a' | 'b'>;
  selectFrom(table: 'matchingAside'): Rows<AsideRow, 'recordRef'>;
}

/** The matcher's own book: pairs that are near each other, and the checkpoint, in one transaction. */
@Injectable()
export class PairBook {
  constructor(
    @Inject(READ_DB) private readonly db: PairsDb,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Begins an empty book where there is none, or one by other rules. */
  async checkpoint(): Promise<Position> {
    const at = await this.reached();
    if (at !== undefined) return at;
    const book = await this.readModels.rebuild(PAIR_BOOK_SCHEMA);
    await book.write([], BEGINNING);
    await book.switchOver();
    return BEGINNING;
  }

  reached(): Promise<Position | undefined> {
    return this.readModels.open(PAIR_BOOK_SCHEMA);
  }

  write(changes: readonly RowChange[], upTo: Position): Promise<void> {
    return this.readModels.write(PAIR_BOOK_SCHEMA, changes, upTo);
  }

  /** Those of these that were set aside. */
  aside(refs: readonly string[]): Promise<readonly AsideRow[]> {
    if (refs.length === 0) return Promise.resolve([]);
    const rows = this.db.selectFrom('matchingAside').selectAll();
    return rows.where('recordRef', 'in', padded(refs)).execute();
  }

  async asideCounts(): Promise<ReadonlyMap<AsideBecause, number>> {
    const rows = this.db.selectFrom('matchingAside').groupBy('because');
    const counted = await rows.select(({ fn }) => ['because', fn.countAll().as('held')]).execute();
    return new Map(counted.map(({ because, held }) => [because, Number(held)]));
  }

  /** Every pair that one of these is in. */
  async touching(refs: readonly string[]): Promise<readonly PairRow[]> {
    if (refs.length === 0) return [];
    const pairs = this.db.selectFrom('matchingPairs').selectAll();
    const asked = padded(refs);
    const found = await Promise.all([
      pairs.where('a', 'in', asked).execute(),
      pairs.where('b', 'in', asked).execute(),
    ]);
    return [...new Map(found.flat().map((pair) => [pairKey(pair), pair])).values()];
  }
}

export type PairOfRefs = Readonly<{ a: string; b: string }>;
export const pairKey = ({ a, b }: PairOfRefs): string => `${a} ${b}`;
export const pairOf = (one: string, other: string): PairOfRefs =>
  one < other ? { a: one, b: other } : { a: other, b: one };
