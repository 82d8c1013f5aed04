import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import {
  AccessModule,
  AccountRoutesModule,
  AccessSettingsModule,
  SightRoutesModule,
  accessDefinitions,
} from '@ibex/access';
import { AgreementRoutesModule, agreementDefinition } from '@ibex/agreements';
import { EventStoreDbModule } from '@ibex/adapters/eventstoredb';
import { JoseModule, SealingModule } from '@ibex/adapters/jose';
import type { JoseOptions } from '@ibex/adapters/jose';
import { PostgresModule } from '@ibex/adapters/postgres';
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
  CanaryRoutesModule,
  ClocksModule,
  DeliveryModule,
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
  SetAsideRoutesModule,
  correctionDefinition,
  linkDefinition,
  recordDefinition,
} from '@ibex/identity';
import { definitions } from '@ibex/notifications';
import { ProjectionsModule, feedDefinition } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClockModule, createLog, gatheringChannels } from '@ibex/runtime';
import type { AccessConfig, SplitConfig } from '@ibex/runtime';
import { SubscriptionRoutesModule, subscriptionDefinition } from '@ibex/subscriptions';

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

/** Authorities' records of children, and which of them are of one child. */
const sameChild = [
  IdentityModule,
  IdentitySearchModule,
  LikelyRecordsModule,
  LinksModule,
  LinkRoutesModule,
  LinkWorkModule.with(),
  SetAsideRoutesModule,
];

/** Who may see what, who did, and how it ends. */
const whoSees = (access: AccessConfig | undefined) => [
  AccessModule,
  AccessSettingsModule.with(access),
  SightRoutesModule,
  AccountRoutesModule,
];

/** Keeps the views, by lease, and answers from them and from the mailboxes. Any number of these may run. */
@Module({})
export class AppModule {
  static forRoot({ server, eventStore, postgres }: SplitConfig, keys: JoseOptions): DynamicModule {
    const { members, masterKey, pseudonymKey, logLevel } = server;
    return {
      module: AppModule,
      imports: [
        SystemClockModule,
        EventStoreDbModule.with(eventStore),
        PostgresModule.with({ ...postgres, masterKey }),
        JoseModule.forRoot({ ...keys, production: server.isProduction }),
        ProofModule.forRoot({ pseudonymKey }),
        RuntimeModule.forRoot({
          definitions: kept,
          actions: [],
          log: createLog(logLevel),
          part: { work: ['views'], takesCommands: false, rebuildsViews: true, needsLog: false },
        }),
        BoroughsModule.forRoot(members === undefined ? {} : { members }),
        AreaRoutesModule,
        MembershipRoutesModule,
        DeskRoutesModule,
        SealingModule,
        KeyRoutesModule,
        ...sameChild,
        AgreementRoutesModule,
        ...whoSees(server.access),
        SealedDetailsModule,
        DeliveryModule,
        ClocksModule.with(server.duties),
        WebhookTargetsModule.with(),
        SubscriptionRoutesModule.with({
          ...gatheringChannels(server.gathering, { hasBus: true }),
          mostPerAuthority: server.receivers.mostPerAuthority,
        }),
        AttemptRoutesModule,
        CanaryRoutesModule,
        ProjectionsModule,
      ],
    };
  }
}
