import { Global, Module } from '@nestjs/common';
import { CHANNEL_SECRETS, SUBSCRIPTIONS } from '@ibex/kernel';
import { FilterTestsController } from './api/filter-tests.controller';
import { FilterTests } from './api/filter-tests';
import { StartPlace } from './api/start-place';
import { SubscriptionCourseController } from './api/subscription-course.controller';
import { Making } from './api/making';
import { SubscriptionDesk } from './api/subscription-desk';
import { SubscriptionReader } from './api/subscription-reader';
import { SubscriptionsController } from './api/subscriptions.controller';
import { WishChecks } from './api/wish-checks';
import { EntryTraitsReader } from './filter/entry-traits';
import { RecordedSubscriptions } from './record/recorded-subscriptions';
import { SealedWordsReader } from './record/sealed-words';
import { SigningSecrets } from './record/signing-secrets';
import { SubscriptionKeeper } from './record/subscription-keeper';
import { SubscriptionOrders } from './record/subscription-orders';
import { ListedSubscriptions } from './view/listed-subscriptions';
import { SubscriptionList } from './view/subscription-list';
import { SubscriptionsView } from './view/subscriptions-view';

const reading = [
  SealedWordsReader,
  RecordedSubscriptions,
  EntryTraitsReader,
  SubscriptionKeeper,
  SubscriptionList,
];

/** SUBSCRIPTIONS and CHANNEL_SECRETS for whoever delivers. Needs the runtime, RECORDS, SEALER and READ_DB. */
@Global()
@Module({
  providers: [
    ...reading,
    ListedSubscriptions,
    { provide: SUBSCRIPTIONS, useExisting: ListedSubscriptions },
    { provide: CHANNEL_SECRETS, useClass: SigningSecrets },
  ],
  exports: [SUBSCRIPTIONS, CHANNEL_SECRETS, ...reading, ListedSubscriptions],
})
export class SubscriptionsModule {}

/** Where authorities manage their subscriptions, and the view of them. Needs MAILBOX, TARGET_CHECK and SECRET_MAKER too. */
@Module({
  imports: [SubscriptionsModule],
  controllers: [FilterTestsController, SubscriptionsController, SubscriptionCourseController],
  providers: [
    SubscriptionsView,
    SubscriptionOrders,
    SubscriptionDesk,
    SubscriptionReader,
    Making,
    WishChecks,
    StartPlace,
    FilterTests,
  ],
})
export class SubscriptionRoutesModule {}
