import { Module } from '@nestjs/common';
import { AccessOrders } from './access-orders';
import { LookoutOrders } from './lookouts/lookout-orders';
import { LookoutSealing } from './lookouts/lookout-sealing';
import { LookoutDesk } from './lookouts/api/lookout-desk';
import { LookoutList } from './lookouts/api/lookout-list';
import { LookoutsController } from './lookouts/api/lookouts.controller';
import { AccessTimes } from './access-times';
import { GrantDesk } from './grants/api/grant-desk';
import { GrantReviews } from './grants/api/grant-reviews';
import { GrantsController } from './grants/api/grants.controller';
import { BreakGlass } from './grants/break-glass';
import { GlassLimits } from './grants/glass-limits';
import { RestrictionsController } from './restricted/api/restrictions.controller';
import { FetchesController } from './restricted/api/fetches.controller';
import { FetchDesk } from './restricted/fetch-desk';
import { FetchList } from './restricted/fetch-list';
import { FetchOrders } from './restricted/fetch-orders';
import { GuardedKeys } from './restricted/guarded-keys';
import { GuardedContent } from './restricted/guarded-content';
import { RestrictionDesk } from './restricted/restriction-desk';
import { RevocationsController } from './revocations/api/revocations.controller';
import { RevocationDesk } from './revocations/revocation-desk';

/**
 * Where people open a record in an emergency and review that, restrict records, fetch what is restricted, and take access away. Needs AccessModule,
 * SEALER, GUARDED_PARTS, GUARDED_RECORDS and RECEIPT_ISSUER. Exports what opens a record, for searches that found one they do not name.
 */
@Module({
  controllers: [
    GrantsController,
    RestrictionsController,
    FetchesController,
    RevocationsController,
    LookoutsController,
  ],
  providers: [
    ...[LookoutDesk, LookoutList, LookoutOrders, LookoutSealing],
    ...[AccessOrders, AccessTimes, BreakGlass, GlassLimits, GrantDesk, GrantReviews],
    ...[RestrictionDesk, FetchDesk, FetchList, FetchOrders, GuardedContent, GuardedKeys, RevocationDesk],
  ],
  exports: [BreakGlass],
})
export class SightRoutesModule {}
