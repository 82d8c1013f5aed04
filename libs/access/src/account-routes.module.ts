import { Module } from '@nestjs/common';
import { DecisionRoutesModule } from './decisions/decision-routes.module';
import { LedgerRoutesModule } from './ledger/ledger-routes.module';
import { SearchRoutesModule } from './search/search-routes.module';

/** The ledger of reads, the search of hubs, and decisions not to share. */
@Module({ imports: [LedgerRoutesModule, SearchRoutesModule, DecisionRoutesModule] })
export class AccountRoutesModule {}
