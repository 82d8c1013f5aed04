import { Module } from '@nestjs/common';
import { AccessOrders } from '../access-orders';
import { DecisionDesk } from './api/decision-desk';
import { DecisionList } from './api/decision-list';
import { DecisionsController } from './api/decisions.controller';
import { OwnRecords } from './api/own-records';

/** Where owners say what they do not share. Needs AccessModule, SEALER, AUTHORITIES and RECEIPT_ISSUER. */
@Module({
  controllers: [DecisionsController],
  providers: [AccessOrders, OwnRecords, DecisionDesk, DecisionList],
})
export class DecisionRoutesModule {}
