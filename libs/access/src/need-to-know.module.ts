import { Global, Module } from '@nestjs/common';
import { ACCESS_POLICY, RESTRICTIONS, REVOCATIONS } from '@ibex/kernel';
import { OpenGrants } from './grants/open-grants';
import { LogAccessPolicy } from './policy/log-access-policy';
import { RecordMatter } from './policy/record-matter';
import { ToldRelations } from './policy/told-relations';
import { RecordedRestrictions } from './restricted/recorded-restrictions';
import { RecordedRevocations } from './revocations/recorded-revocations';
import { AccessBook } from './tail/access-book';
import { AccessWatch } from './tail/access-watch';

/**
 * Who may see what at this moment, for every process that shows, tells or takes anything. Needs the runtime, EVENT_STORE,
 * RECORDS, MAILBOX, CLOCK and, to know what was erased, KEY_VAULT.
 */
@Global()
@Module({
  providers: [
    ...[AccessBook, AccessWatch, OpenGrants, ToldRelations, RecordMatter],
    { provide: RESTRICTIONS, useClass: RecordedRestrictions },
    { provide: REVOCATIONS, useClass: RecordedRevocations },
    { provide: ACCESS_POLICY, useClass: LogAccessPolicy },
  ],
  exports: [ACCESS_POLICY, RESTRICTIONS, REVOCATIONS, AccessBook, AccessWatch, OpenGrants, RecordMatter],
})
export class NeedToKnowModule {}
