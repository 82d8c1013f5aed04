import { READ_DB } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { CanaryRow } from './canary.schema';

/** What this list needs of the reading database. It is a Kysely, which only views and adapters may name. */
export interface CanaryDb {
  selectFrom(table: 'canaries'): { selectAll(): { execute(): Promise<readonly CanaryRow[]> } };
}

/** The last canary at each place. */
@Injectable()
export class CanaryList {
  constructor(@Inject(READ_DB) private readonly db: CanaryDb) {}

  all(): Promise<readonly CanaryRow[]> {
    return this.db.selectFrom('canaries').selectAll().execute();
  }
}
