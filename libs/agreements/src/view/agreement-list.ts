import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { agreementsProjection } from './agreements.projection';
import type { AgreementPartyRow } from './agreements.schema';

/** What this list needs of the reading database. It is a Kysely, which only views and adapters may name. */
interface PartyRows {
  where(column: 'party', operator: '=', value: string): PartyRows;
  orderBy(column: keyof AgreementPartyRow): PartyRows;
  execute(): Promise<readonly AgreementPartyRow[]>;
}
export interface AgreementDb {
  selectFrom(table: 'agreementParties'): { selectAll(): PartyRows };
}

/** Which agreements an authority is, or was, a party to. */
@Injectable()
export class AgreementList implements OnModuleInit {
  constructor(
    @Inject(READ_DB) private readonly db: AgreementDb,
    private readonly views: ViewRunner,
  ) {}

  onModuleInit(): void {
    this.views.follow(agreementsProjection);
  }

  /** Ids, in the order in which it became a party. */
  async of(party: string): Promise<readonly string[]> {
    const own = this.db.selectFrom('agreementParties').selectAll().where('party', '=', party);
    const rows = await own.orderBy('sincePosition').execute();
    return rows.map(({ agreementId }) => agreementId);
  }
}
