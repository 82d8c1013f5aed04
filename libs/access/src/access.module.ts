import { Global, Module } from '@nestjs/common';
import { LedgerModule } from './ledger/ledger.module';
import { NeedToKnowModule } from './need-to-know.module';

/** Who may see what, and the ledger of who did. Needs the ports that its parts name, from global modules. */
@Global()
@Module({ imports: [NeedToKnowModule, LedgerModule] })
export class AccessModule {}
