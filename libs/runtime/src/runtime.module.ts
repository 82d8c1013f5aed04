import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CLOCK, IDS } from '@ibex/kernel';
import { TokenGuard } from './access/token.guard';
import { CommandMemory } from './decision/command-memory';
import { DecisionRunner } from './decision/decision.runner';
import { FactDrafts } from './decision/fact-drafts';
import { FactLog } from './decision/fact-log';
import { NoticeRunner } from './decision/notice.runner';
import { RandomIds, SystemClock } from './decision/system-clock';
import { Upcasting } from './decision/upcasting';
import { HealthController } from './health/health.controller';
import { LocationInterceptor, ViewWaitInterceptor } from './http/interceptors';
import { BatchService } from './intake/batch.service';
import { BatchesController } from './intake/batches.controller';
import { IntakeService } from './intake/intake.service';
import { silentLog } from './logging/create-log';
import { SafeLog } from './logging/safe-log';
import { LagWatch } from './metrics/lag-watch';
import { ProblemFilter } from './problems/problem.filter';
import { DEFINITIONS, INTAKE_ACTIONS } from './runtime.tokens';
import type { Definitions, IntakeActions } from './runtime.tokens';
import { SubscriptionRunner } from './subscription/subscription.runner';
import { CheckingPipe } from './validation/checking.pipe';
import { StreamHistories } from './view/stream-histories';
import { ViewBuilder } from './view/view-builder';
import { ViewRunner } from './view/view.runner';
import { ViewsController } from './view/views.controller';

export type RuntimeOptions = Readonly<{
  definitions: Definitions;
  actions: IntakeActions;
  /** Default: silent, as in specs. */
  log?: SafeLog;
}>;

const runners = [FactLog, DecisionRunner, NoticeRunner, IntakeService, SubscriptionRunner, ViewRunner];
const parts = [Upcasting, FactDrafts, CommandMemory, BatchService, StreamHistories, ViewBuilder];
const shell: readonly Provider[] = [
  { provide: APP_GUARD, useClass: TokenGuard },
  { provide: APP_PIPE, useClass: CheckingPipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_INTERCEPTOR, useClass: ViewWaitInterceptor },
  { provide: APP_INTERCEPTOR, useClass: LocationInterceptor },
];

/** The shell around the rules. Global; the ports it needs come from the adapters that the app picks. */
@Module({})
export class RuntimeModule {
  static forRoot({ definitions, actions, log = silentLog() }: RuntimeOptions): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [BatchesController, HealthController, ViewsController],
      providers: [
        ...runners,
        ...parts,
        ...shell,
        LagWatch,
        { provide: SafeLog, useValue: log },
        { provide: DEFINITIONS, useValue: definitions },
        { provide: INTAKE_ACTIONS, useValue: actions },
      ],
      exports: [...runners, LagWatch, SafeLog, DEFINITIONS, INTAKE_ACTIONS, CqrsModule],
    };
  }
}

/** The real clock and ids, for an app; specs have their own. */
@Global()
@Module({
  providers: [
    { provide: CLOCK, useClass: SystemClock },
    { provide: IDS, useClass: RandomIds },
  ],
  exports: [CLOCK, IDS],
})
export class SystemClockModule {}
