import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import {
  AccessModule,
  AccountRoutesModule,
  AccessSettingsModule,
  LookoutWorkModule,
  SightRoutesModule,
  accessDefinitions,
} from '@ibex/access';
import { AgreementRoutesModule, agreementDefinition } from '@ibex/agreements';
import { JoseModule, SealingModule } from '@ibex/adapters/jose';
import type { SigningKey, TrustedIssuer } from '@ibex/adapters/jose';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { WebhookTargetsModule } from '@ibex/adapters/webhook';
import {
  AreaRoutesModule,
  BoroughsModule,
  DeskRoutesModule,
  KeyRoutesModule,
  deskDefinition,
  keyDefinition,
  MembershipRoutesModule,
  membershipDefinition,
} from '@ibex/boroughs';
import {
  AttemptRoutesModule,
  CanaryModule,
  CanaryRoutesModule,
  ClockWorkModule,
  ClocksModule,
  DeliveryModule,
  HeartbeatModule,
  HeartbeatSettingsModule,
  SealedDetailsModule,
  deliveryDefinitions,
} from '@ibex/delivery';
import {
  IdentityModule,
  IdentitySearchModule,
  LikelyRecordsModule,
  LinkRoutesModule,
  LinkWorkModule,
  LinksModule,
  MatchingModule,
  RecordRoutesModule,
  SetAsideRoutesModule,
  correctionDefinition,
  linkDefinition,
  recordDefinition,
} from '@ibex/identity';
import { definitions } from '@ibex/notifications';
import { intakeActions, notificationModules } from '@ibex/notifications/api';
import {
  FeedWatchModule,
  MissingOfRecordsModule,
  ProjectionsModule,
  feedDefinition,
} from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClockModule, createLog, gatheringChannels } from '@ibex/runtime';
import type { LifeConfig, ServerConfig } from '@ibex/runtime';
import { SubscriptionRoutesModule, subscriptionDefinition } from '@ibex/subscriptions';
import { bringingOut } from './outgoing';

export type ExchangeKeys = Readonly<{ signingKey: SigningKey; issuers: readonly TrustedIssuer[] }>;

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

/** Who has fallen silent, and that the exchange has not. */
const signsOfLife = (life: LifeConfig) => [
  FeedWatchModule.with(),
  HeartbeatSettingsModule.with({ everyMs: life.heartbeatMs }),
  HeartbeatModule,
  CanaryModule.with({ everyMs: life.canaryMs, webhook: life.canaryWebhook }),
  CanaryRoutesModule,
];

/** Who the authorities are, their desks and their keys. */
const boroughs = ({ members }: ServerConfig) => [
  BoroughsModule.forRoot(members === undefined ? {} : { members }),
  AreaRoutesModule,
  MembershipRoutesModule,
  DeskRoutesModule,
  SealingModule,
  KeyRoutesModule,
];

/** Authorities' records of children, and which of them are of one child. */
const sameChild = [
  IdentityModule,
  IdentitySearchModule,
  LikelyRecordsModule,
  MatchingModule,
  LinksModule,
  LinkRoutesModule,
  LinkWorkModule.with(),
  SetAsideRoutesModule,
];

/** Everything in one process on embedded stores: the list of what an exchange is made of. */
@Module({})
export class ExchangeModule {
  static forRoot(config: ServerConfig, { signingKey, issuers }: ExchangeKeys): DynamicModule {
    return {
      module: ExchangeModule,
      imports: [
        SystemClockModule,
        SqliteModule.forFolder({ folder: config.home, masterKey: config.masterKey }),
        JoseModule.forRoot({ signingKey, issuers, production: config.isProduction }),
        ProofModule.forRoot({ pseudonymKey: config.pseudonymKey }),
        RuntimeModule.forRoot({
          definitions: kept,
          actions: intakeActions,
          log: createLog(config.logLevel),
        }),
        ...boroughs(config),
        ...sameChild,
        AgreementRoutesModule,
        RecordRoutesModule,
        AccessModule,
        AccessSettingsModule.with(config.access),
        SightRoutesModule,
        AccountRoutesModule,
        SealedDetailsModule,
        ...notificationModules,
        DeliveryModule,
        ClocksModule.with(config.duties),
        ...signsOfLife(config.life),
        ClockWorkModule.with(config.duties),
        MissingOfRecordsModule,
        LookoutWorkModule.with(),
        WebhookTargetsModule.with(),
        SubscriptionRoutesModule.with({
          ...gatheringChannels(config.gathering, { hasBus: false }),
          mostPerAuthority: config.receivers.mostPerAuthority,
        }),
        ...bringingOut(config),
        AttemptRoutesModule,
        ProjectionsModule,
      ],
    };
  }
}
