import { Global, Module } from '@nestjs/common';
import { ACCESS_POLICY } from '@ibex/kernel';
import { LedgerModule } from './ledger/ledger.module';
import { LogAccessPolicy } from './policy/log-access-policy';

/** Needs the ports RECORDS, MAILBOX and EVENT_STORE from global modules. */
@Global()
@Module({
  imports: [LedgerModule],
  providers: [{ provide: ACCESS_POLICY, useClass: LogAccessPolicy }],
  exports: [ACCESS_POLICY],
})
export class AccessModule {}
