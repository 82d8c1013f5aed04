import { Module } from '@nestjs/common';
import { SetAsideController } from './set-aside.controller';
import { SetAsideList, SetAsideLooks } from './set-aside-list';
import { SetAsideTable } from './set-aside-table';

/**
 * Where an authority sees which of its records the matcher has set aside. Needs READ_DB, READ_MODELS, RECORDS,
 * ACCESS_POLICY, READ_LEDGER, and that some process runs the matcher.
 */
@Module({
  controllers: [SetAsideController],
  providers: [SetAsideTable, SetAsideList, SetAsideLooks],
})
export class SetAsideRoutesModule {}
