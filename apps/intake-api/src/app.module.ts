import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AccessModule, AccessSettingsModule, SightRoutesModule, accessDefinitions } from '@ibex/access';
import { AgreementsModule } from '@ibex/agreements';
import { EventStoreDbModule } from '@ibex/adapters/eventstoredb';
import { JoseModule } from '@ibex/adapters/jose';
import type { JoseOptions } from '@ibex/adapters/jose';
import { PostgresModule } from '@ibex/adapters/postgres';
import { BoroughsModule, MembershipModule } from '@ibex/boroughs';
import { deliveryDefinition, taskDefinition } from '@ibex/delivery';
import { IdentityModule, RecordRoutesModule, recordDefinition } from '@ibex/identity';
import { definitions } from '@ibex/notifications';
import { intakeActions, notificationModules } from '@ibex/notifications/api';
import { CommandLedgerModule } from '@ibex/projections';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClockModule, createLog } from '@ibex/runtime';
import type { SplitConfig } from '@ibex/runtime';

/** Takes notices in. Any number of these may run. */
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
          definitions: [
            ...definitions,
            recordDefinition,
            deliveryDefinition,
            taskDefinition,
            ...accessDefinitions,
          ],
          actions: intakeActions,
          log: createLog(logLevel),
          part: { work: [], takesCommands: true, rebuildsViews: false, needsLog: true },
        }),
        BoroughsModule.forRoot(members === undefined ? {} : { members }),
        MembershipModule,
        IdentityModule,
        AgreementsModule,
        RecordRoutesModule,
        AccessModule,
        AccessSettingsModule.with(server.access),
        // a gateway sends everything about one record here
        SightRoutesModule,
        CommandLedgerModule,
        ...notificationModules,
      ],
    };
  }
}
