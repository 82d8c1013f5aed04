import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessModule, LookoutWorkModule, accessDefinitions } from '@ibex/access';
import { AgreementsModule, agreementDefinition } from '@ibex/agreements';
import { EventStoreDbModule } from '@ibex/adapters/eventstoredb';
import { JoseModule, SealingModule } from '@ibex/adapters/jose';
import type { JoseOptions } from '@ibex/adapters/jose';
import { KafkaModule } from '@ibex/adapters/kafka';
import { PostgresModule } from '@ibex/adapters/postgres';
import { WebhookTargetsModule } from '@ibex/adapters/webhook';
import {
  BoroughsModule,
  DesksModule,
  AuthorityKeysModule,
  deskDefinition,
  keyDefinition,
  MembershipModule,
  membershipDefinition,
} from '@ibex/boroughs';
import {
  BusChannelModule,
  BusHeartbeatModule,
  CanaryModule,
  ClockWorkModule,
  HeartbeatModule,
  HeartbeatSettingsModule,
  RouterModule,
  SealedDetailsModule,
  deliveryDefinitions,
} from '@ibex/delivery';
import {
  IdentityModule,
  IdentitySearchModule,
  LinksModule,
  MatchingModule,
  correctionDefinition,
  linkDefinition,
  recordDefinition,
} from '@ibex/identity';
import { definitions } from '@ibex/notifications';
import { FeedWatchModule, MissingOfRecordsModule, feedDefinition } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClockModule, createLog } from '@ibex/runtime';
import type { LifeConfig } from '@ibex/runtime';
import { SubscriptionsModule, subscriptionDefinition } from '@ibex/subscriptions';
import type { AppConfig } from './config';
import { bringingOut } from './outgoing';

/** Everything that is recorded, whoever records it. */
const kept = [
  ...definitions,
  ...deliveryDefinitions,
  recordDefinition,
  linkDefinition,
  correctionDefinition,
  subscriptionDefinition,
  deskDefinition,
  keyDefinition,
  feedDefinition,
  agreementDefinition,
  membershipDefinition,
  ...accessDefinitions,
];

/** Who has fallen silent, and that this process has not. */
const signsOfLife = (life: LifeConfig) => [
  FeedWatchModule.with(),
  HeartbeatSettingsModule.with({ everyMs: life.heartbeatMs }),
  HeartbeatModule,
  BusHeartbeatModule,
  // makes what signs a canary
  WebhookTargetsModule.with(),
  CanaryModule.with({ everyMs: life.canaryMs, webhook: life.canaryWebhook }),
];

/** Who the authorities are, what they agreed on, and whom their records are of. */
const known = [
  MembershipModule,
  DesksModule,
  SealingModule,
  AuthorityKeysModule,
  IdentityModule,
  IdentitySearchModule,
  MatchingModule,
  LinksModule,
  AgreementsModule,
  AccessModule,
  SealedDetailsModule,
];

/** Fills the mailboxes from the log and brings them to Kafka and to subscribers, by lease. Any number of these may run. */
@Module({})
export class AppModule {
  static forRoot({ server, eventStore, postgres, kafka }: AppConfig, keys: JoseOptions): DynamicModule {
    const { members, masterKey, pseudonymKey, logLevel } = server;
    return {
      module: AppModule,
      imports: [
        SystemClockModule,
        EventStoreDbModule.with(eventStore),
        PostgresModule.with({ ...postgres, masterKey }),
        KafkaModule.with(kafka),
        JoseModule.forRoot({ ...keys, production: server.isProduction }),
        ProofModule.forRoot({ pseudonymKey }),
        RuntimeModule.forRoot({
          definitions: kept,
          actions: [],
          log: createLog(logLevel),
          part: {
            work: ['routers', 'bus', 'channels', 'clocks', 'matching'],
            takesCommands: false,
            rebuildsViews: false,
            needsLog: true,
          },
        }),
        BoroughsModule.forRoot(members === undefined ? {} : { members }),
        ...known,
        RouterModule,
        BusChannelModule,
        ...signsOfLife(server.life),
        ClockWorkModule.with(server.duties),
        MissingOfRecordsModule,
        LookoutWorkModule.with(),
        SubscriptionsModule,
        ...bringingOut(server),
      ],
    };
  }
}
