import { READ_DB } from '@ibex/kernel';
import type { FactPlaces } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { ChronologyTables } from './child-chronology.schema';

/** The kernel's places of facts, read from the chronology, which holds every fact of every notice. */
@Injectable()
export class ChronologyPlaces implements FactPlaces {
  constructor(@Inject(READ_DB) private readonly db: Kysely<ChronologyTables>) {}

  async streamOf(factId: string): Promise<string | undefined> {
    const found = await this.db
      .selectFrom('chronologyEntries')
      .select('stream')
      .where('factId', '=', factId)
      .executeTakeFirst();
    return found?.stream;
  }
}
