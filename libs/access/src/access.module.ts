import { Global, Module } from '@nestjs/common';
import { ACCESS_POLICY } from '@ibex/kernel';
import { LogAccessPolicy } from './policy/log-access-policy';

/** Needs the ports RECORDS, MAILBOX and EVENT_STORE from global modules. */
@Global()
@Module({
  providers: [{ provide: ACCESS_POLICY, useClass: LogAccessPolicy }],
  exports: [ACCESS_POLICY],
})
export class AccessModule {}
