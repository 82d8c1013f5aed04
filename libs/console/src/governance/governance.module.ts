import { Module } from '@nestjs/common';
import { AgreementDrafts } from './agreements/agreement-drafts';
import { AgreementsController } from './agreements/agreements.controller';
import { AgreementDraftsController } from './agreements/drafts.controller';
import { DecisionsController } from './decisions/decisions.controller';
import { DesksController } from './desks/desks.controller';
import { FetchesController } from './fetches/fetches.controller';
import { GovernanceHomeController } from './home/home.controller';
import { KeysController } from './keys/keys.controller';
import { ReadsController } from './reads/reads.controller';
import { RecordsController } from './records/records.controller';
import { ReviewsController } from './reviews/reviews.controller';
import { RevocationsController } from './revocations/revocations.controller';
import { SearchesController } from './searches/searches.controller';
import { SetAsideController } from './set-aside/set-aside.controller';
import { SubscriptionDraftsController } from './subscriptions/drafts.controller';
import { MendingController } from './subscriptions/mending.controller';
import { ShownOnce } from './subscriptions/shown-once';
import { SubscriptionDrafts } from './subscriptions/subscription-drafts';
import { SubscriptionsController } from './subscriptions/subscriptions.controller';
import { TasksController } from './tasks/tasks.controller';

/** Who looked, who may, what is shared, and how notices reach whom. */
@Module({
  controllers: [
    ...[
      GovernanceHomeController,
      ReadsController,
      ReviewsController,
      RevocationsController,
      SearchesController,
    ],
    ...[
      AgreementDraftsController,
      AgreementsController,
      RecordsController,
      DecisionsController,
      FetchesController,
      SetAsideController,
    ],
    ...[SubscriptionDraftsController, MendingController, SubscriptionsController],
    ...[KeysController, DesksController, TasksController],
  ],
  providers: [AgreementDrafts, SubscriptionDrafts, ShownOnce],
})
export class GovernanceModule {}
