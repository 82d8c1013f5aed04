import { Module } from '@nestjs/common';
import { LikenessModule } from '../worker/likeness.module';
import { LikelyLooks } from './likely-looks';
import { LikelyRecords } from './likely-records';
import { LikelyRecordsController } from './likely-records.controller';

/** Where somebody looks before a child is told of. Needs IdentitySearchModule, ACCESS_POLICY and READ_LEDGER. */
@Module({
  imports: [LikenessModule],
  controllers: [LikelyRecordsController],
  providers: [LikelyLooks, LikelyRecords],
})
export class LikelyRecordsModule {}
