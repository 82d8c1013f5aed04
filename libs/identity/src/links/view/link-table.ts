import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import type { LinkEndRow } from './links.schema';

/** What this needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface EndRows {
  where(column: 'recordRef', operator: 'in', values: readonly string[]): EndRows;
  execute(): Promise<readonly LinkEndRow[]>;
}
export interface LinkEndsDb {
  selectFrom(table: 'linkEnds'): { selectAll(): EndRows };
}

/** Pairs that these records are part of. */
@Injectable()
export class LinkTable {
  constructor(@Inject(READ_DB) private readonly db: LinkEndsDb) {}

  async endsOf(refs: readonly string[]): Promise<readonly LinkEndRow[]> {
    if (refs.length === 0) return [];
    // who belongs together is asked for every reader alike; who may see whom is decided by whoever asks
    return asSystem(() =>
      this.db.selectFrom('linkEnds').selectAll().where('recordRef', 'in', refs).execute(),
    );
  }
}
