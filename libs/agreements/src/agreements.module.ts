import { Global, Module } from '@nestjs/common';
import { MAILBOX_LENS, NEIGHBOURS, SHARING_AGREEMENTS } from '@ibex/kernel';
import { AgreementDesk } from './api/agreement-desk';
import { AgreementReader } from './api/agreement-reader';
import { AgreementsController } from './api/agreements.controller';
import { AgreedNeighbours } from './record/agreed-neighbours';
import { AgreementLens } from './record/agreement-lens';
import { AgreementOrders } from './record/agreement-orders';
import { RecordedAgreements } from './record/recorded-agreements';
import { AgreementList } from './view/agreement-list';

/** SHARING_AGREEMENTS for whoever routes, MAILBOX_LENS for whoever provides the mailbox, NEIGHBOURS for trends. Needs the runtime and RECORDS. */
@Global()
@Module({
  providers: [
    RecordedAgreements,
    { provide: SHARING_AGREEMENTS, useExisting: RecordedAgreements },
    { provide: MAILBOX_LENS, useClass: AgreementLens },
    { provide: NEIGHBOURS, useClass: AgreedNeighbours },
  ],
  exports: [SHARING_AGREEMENTS, MAILBOX_LENS, NEIGHBOURS],
})
export class AgreementsModule {}

/** Where parties propose, sign, leave and end agreements, and the view of them. Needs READ_DB, AUTHORITIES and SEALER too. */
@Module({
  imports: [AgreementsModule],
  controllers: [AgreementsController],
  providers: [AgreementOrders, AgreementDesk, AgreementReader, AgreementList],
})
export class AgreementRoutesModule {}
