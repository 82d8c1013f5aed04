import { Module } from '@nestjs/common';
import { AccessOrders } from './access-orders';
import { GrantDesk } from './grants/api/grant-desk';
import { GrantReviews } from './grants/api/grant-reviews';
import { GrantsController } from './grants/api/grants.controller';
import { BreakGlass } from './grants/break-glass';
import { RestrictionsController } from './restricted/api/restrictions.controller';
import { RestrictionDesk } from './restricted/restriction-desk';
import { RevocationsController } from './revocations/api/revocations.controller';
import { RevocationDesk } from './revocations/revocation-desk';

/**
 * Where people open a record in an emergency and review that, restrict records, and take access away. Needs AccessModule,
 * SEALER and RECEIPT_ISSUER. Exports what opens a record, for searches that found one they do not name.
 */
@Module({
  controllers: [GrantsController, RestrictionsController, RevocationsController],
  providers: [AccessOrders, BreakGlass, GrantDesk, GrantReviews, RestrictionDesk, RevocationDesk],
  exports: [BreakGlass],
})
export class SightRoutesModule {}
