import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CHANNEL_SECRETS, SUBSCRIPTIONS } from '@ibex/kernel';
import { FilterTestsController } from './api/filter-tests.controller';
import { FilterTests } from './api/filter-tests';
import { StartPlace } from './api/start-place';
import { SubscriptionCourseController } from './api/subscription-course.controller';
import { Making } from './api/making';
import { Room, SUBSCRIPTION_SETTINGS, USUAL_SUBSCRIPTIONS } from './record/room';
import type { SubscriptionSettings } from './record/room';
import { SubscriptionDesk } from './api/subscription-desk';
import { SubscriptionReader } from './api/subscription-reader';
import { SubscriptionsController } from './api/subscriptions.controller';
import { TargetChecks } from './api/target-checks';
import { WishChecks } from './api/wish-checks';
import { EntryTraitsReader } from './filter/entry-traits';
import { LoggedSubscriptions } from './record/logged-subscriptions';
import { RecordedSubscriptions } from './record/recorded-subscriptions';
import { SealedWordsReader } from './record/sealed-words';
import { ServiceOrders } from './record/service-orders';
import { SigningSecrets } from './record/signing-secrets';
import { SubscriptionKeeper } from './record/subscription-keeper';
import { SubscriptionOrders } from './record/subscription-orders';
import { ListedSubscriptions } from './view/listed-subscriptions';
import { SubscriptionList } from './view/subscription-list';
import { SubscriptionsView } from './view/subscriptions-view';

const reading = [
  LoggedSubscriptions,
  SealedWordsReader,
  RecordedSubscriptions,
  EntryTraitsReader,
  ServiceOrders,
  SubscriptionKeeper,
  SubscriptionList,
];

/** SUBSCRIPTIONS and CHANNEL_SECRETS for whoever delivers. Needs the runtime, RECORDS, SEALER, MAILBOX and READ_DB. */
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

/** Where authorities manage their subscriptions, and the view of them. Needs TARGET_CHECK and SECRET_MAKER too. */
@Module({
  imports: [SubscriptionsModule],
  controllers: [FilterTestsController, SubscriptionsController, SubscriptionCourseController],
  providers: [
    SubscriptionsView,
    SubscriptionOrders,
    SubscriptionDesk,
    SubscriptionReader,
    Making,
    TargetChecks,
    WishChecks,
    StartPlace,
    FilterTests,
    Room,
  ],
})
export class SubscriptionRoutesModule {
  static with(settings: Partial<SubscriptionSettings>): DynamicModule {
    const all = { ...USUAL_SUBSCRIPTIONS, ...settings };
    const providers = [{ provide: SUBSCRIPTION_SETTINGS, useValue: all }];
    return { module: SubscriptionRoutesModule, providers };
  }
}
