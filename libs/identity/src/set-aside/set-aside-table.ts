import { Inject, Injectable } from '@nestjs/common';
import { READ_DB, READ_MODELS } from '@ibex/kernel';
import type { Position, ReadModels } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { PAIR_BOOK_SCHEMA } from '../worker/pair-book.schema';
import type { AsideBecause, AsideRow } from '../worker/pair-book.schema';

/** What this needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface Rows {
  where(column: keyof AsideRow, operator: '=' | '>', value: string): Rows;
  orderBy(column: 'recordRef', direction: 'asc'): Rows;
  limit(count: number): Rows;
  selectAll(): Rows;
  execute(): Promise<readonly AsideRow[]>;
}
export interface SetAsideDb {
  selectFrom(table: 'matchingAside'): Rows;
}

export type SetAsideAsked = Readonly<{
  owner: string;
  because?: AsideBecause | undefined;
  after?: string | undefined;
  limit: number;
}>;

/** Reads what the matcher has set aside from its book, in whatever process. */
@Injectable()
export class SetAsideTable {
  constructor(
    @Inject(READ_DB) private readonly db: SetAsideDb,
    @Inject(READ_MODELS) private readonly readModels: Pick<ReadModels, 'open'>,
  ) {}

  /** How far the matcher has come; undefined where it has not begun, and there is no book. */
  reached(): Promise<Position | undefined> {
    return this.readModels.open(PAIR_BOOK_SCHEMA);
  }

  /** Those of one owner. Nobody but the service may read the book, which is why the owner is named here. */
  of({ owner, because, after, limit }: SetAsideAsked): Promise<readonly AsideRow[]> {
    let rows = this.db.selectFrom('matchingAside').selectAll().where('owner', '=', owner);
    if (because !== undefined) rows = rows.where('because', '=', because);
    if (after !== undefined) rows = rows.where('recordRef', '>', after);
    return asSystem(() => rows.orderBy('recordRef', 'asc').limit(limit).execute());
  }
}
