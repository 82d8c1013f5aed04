import { MISSING_OF_RECORDS } from '@ibex/kernel';
import { Global, Module } from '@nestjs/common';
import { EpisodesOfRecords } from './episodes-of-records';

/** MISSING_OF_RECORDS. Needs READ_DB, and that some process keeps the view `open-missing-episodes`. */
@Global()
@Module({
  providers: [{ provide: MISSING_OF_RECORDS, useClass: EpisodesOfRecords }],
  exports: [MISSING_OF_RECORDS],
})
export class MissingOfRecordsModule {}
