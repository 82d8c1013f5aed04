import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import type { AsideRow, ReplayRow } from './mending.schema';

/** What these lists need of the reading database. It is a Kysely, which only views and adapters may name. */
interface Rows<R> {
  where(column: keyof R & string, operator: '=' | '!=' | '>', value: string | number): Rows<R>;
  orderBy(column: keyof R & string): Rows<R>;
  limit(rows: number): Rows<R>;
  execute(): Promise<readonly R[]>;
}
export interface MendingDb {
  selectFrom(table: 'aside_entries'): { selectAll(): Rows<AsideRow> };
  selectFrom(table: 'replays'): { selectAll(): Rows<ReplayRow> };
}

export const MOST_ASIDE = 500;

/** What is set aside, what is ordered to be sent once more, and which replays are open. */
@Injectable()
export class MendingList {
  constructor(@Inject(READ_DB) private readonly db: MendingDb) {}

  /** Of one subscription, by number, after a number; what was taken after all is left out. */
  asideOf(subscriptionId: string, after: number): Promise<readonly AsideRow[]> {
    const rows = this.db.selectFrom('aside_entries').selectAll();
    const ours = rows.where('subscriptionId', '=', subscriptionId).where('sequence', '>', after);
    return ours.where('state', '!=', 'taken').orderBy('sequence').limit(MOST_ASIDE).execute();
  }

  redriven(): Promise<readonly AsideRow[]> {
    const rows = this.db.selectFrom('aside_entries').selectAll();
    return rows.where('state', '=', 'redriven').orderBy('sequence').limit(MOST_ASIDE).execute();
  }

  openReplays(): Promise<readonly ReplayRow[]> {
    return this.db.selectFrom('replays').selectAll().where('state', '=', 'open').limit(MOST_ASIDE).execute();
  }

  replaysOf(subscriptionId: string): Promise<readonly ReplayRow[]> {
    const rows = this.db.selectFrom('replays').selectAll().where('subscriptionId', '=', subscriptionId);
    return rows.orderBy('orderedAt').limit(MOST_ASIDE).execute();
  }
}
