import { Global, Module } from '@nestjs/common';
import { MAILBOX_LENS, SHARING_AGREEMENTS } from '@ibex/kernel';
import { AgreementLens } from './record/agreement-lens';
import { RecordedAgreements } from './record/recorded-agreements';

/** SHARING_AGREEMENTS for whoever routes, MAILBOX_LENS for whoever provides the mailbox. Needs the runtime and RECORDS. */
@Global()
@Module({
  providers: [
    RecordedAgreements,
    { provide: SHARING_AGREEMENTS, useExisting: RecordedAgreements },
    { provide: MAILBOX_LENS, useClass: AgreementLens },
  ],
  exports: [SHARING_AGREEMENTS, MAILBOX_LENS, RecordedAgreements],
})
export class AgreementsModule {}
