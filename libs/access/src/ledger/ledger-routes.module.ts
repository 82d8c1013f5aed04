import { Global, Module } from '@nestjs/common';
import { READS_ON_RECORD } from '@ibex/kernel';
import { ReadDesk } from './api/read-desk';
import { ReadsController } from './api/reads.controller';
import { ReadList } from './view/read-list';
import { RecordedLooks } from './view/reads-on-record';

/** The ledger of reads as a view, its route, and READS_ON_RECORD. Needs READ_DB and AUTHORITIES. */
@Global()
@Module({
  controllers: [ReadsController],
  providers: [ReadList, ReadDesk, { provide: READS_ON_RECORD, useClass: RecordedLooks }],
  exports: [READS_ON_RECORD],
})
export class LedgerRoutesModule {}
