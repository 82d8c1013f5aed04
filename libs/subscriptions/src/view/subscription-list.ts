import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import type { SubscriptionRow } from './subscriptions.schema';

type Column = keyof SubscriptionRow;

/** What this list needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface SubscriptionRows {
  where(column: Column, operator: '=' | '!=', value: string): SubscriptionRows;
  orderBy(column: Column): SubscriptionRows;
  execute(): Promise<readonly SubscriptionRow[]>;
}
export interface SubscriptionDb {
  selectFrom(table: 'subscriptions'): { selectAll(): SubscriptionRows };
}

/** `authority`: left out, those of all. */
export type Wanted = Readonly<{ authority?: string; withClosed?: boolean }>;

/** Subscriptions in the order of their opening. */
@Injectable()
export class SubscriptionList {
  constructor(@Inject(READ_DB) private readonly db: SubscriptionDb) {}

  async of({ authority, withClosed = false }: Wanted): Promise<readonly SubscriptionRow[]> {
    const all = this.db.selectFrom('subscriptions').selectAll();
    const ours = authority === undefined ? all : all.where('authority', '=', authority);
    const wanted = withClosed ? ours : ours.where('state', '!=', 'closed');
    return wanted.orderBy('openedAt').orderBy('subscriptionId').execute();
  }
}
