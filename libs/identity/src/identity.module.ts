import { Global, Module } from '@nestjs/common';
import { GUARDED_RECORDS, RECORDS } from '@ibex/kernel';
import { RecordsController } from './api/records.controller';
import { LogRecords } from './record/log-records';
import { RecordSealing } from './record/record-sealing';
import { RecordsSeen } from './record/records-seen';
import { RecordsWatch } from './record/records-watch';

/** Needs the ports EVENT_STORE, SEALER, GUARDED_PARTS, PSEUDONYMS, DIGESTS and CLOCK from global modules. */
@Global()
@Module({
  providers: [
    ...[RecordSealing, RecordsSeen, RecordsWatch, { provide: RECORDS, useClass: LogRecords }],
    { provide: GUARDED_RECORDS, useExisting: RECORDS },
  ],
  exports: [RECORDS, GUARDED_RECORDS],
})
export class IdentityModule {}

/** Where an authority asks for the reference of its own record. */
@Module({ controllers: [RecordsController] })
export class RecordRoutesModule {}
