import { Global, Module } from '@nestjs/common';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CLOCK, IDS, READER_CONTEXT } from '@ibex/kernel';
import { readerContext } from './access/reader-context';
import { TokenGuard } from './access/token.guard';
import { CommandMemory } from './decision/command-memory';
import { DecisionRunner } from './decision/decision.runner';
import { FactDrafts } from './decision/fact-drafts';
import { FactLog } from './decision/fact-log';
import { NoticeRecords, NoticeRunner } from './decision/notice.runner';
import { RandomIds, SystemClock } from './decision/system-clock';
import { Upcasting } from './decision/upcasting';
import { HealthController } from './health/health.controller';
import { READY_WITHOUT_LOG } from './health/health.tokens';
import { LocationInterceptor, ViewWaitInterceptor } from './http/interceptors';
import { BatchService } from './intake/batch.service';
import { BatchesController } from './intake/batches.controller';
import { PreviewService } from './intake/preview.service';
import { PreviewSources, PreviewedAudience } from './intake/previewed-audience';
import { PreviewsController } from './intake/previews.controller';
import { KnownActions } from './intake/known-actions';
import { IntakeService } from './intake/intake.service';
import { silentLog } from './logging/create-log';
import { SafeLog } from './logging/safe-log';
import { RuntimeMetrics } from './metrics/runtime-metrics';
import { LagWatch } from './metrics/lag-watch';
import { ManagementServer } from './metrics/management.server';
import { Metrics } from './metrics/metrics';
import { ProblemFilter } from './problems/problem.filter';
import { DEFINITIONS, INTAKE_ACTIONS } from './runtime.tokens';
import type { Definitions, IntakeActions } from './runtime.tokens';
import { SubscriptionRunner } from './subscription/subscription.runner';
import { FOLLOWING, FOLLOWING_ALONE, FOLLOWING_AMONG_OTHERS } from './subscription/subscription.tokens';
import { CheckingPipe } from './validation/checking.pipe';
import { StreamHistories } from './view/stream-histories';
import { ViewBuilder } from './view/view-builder';
import { ViewRunner } from './view/view.runner';
import { ViewsController } from './view/views.controller';
import { WorkShare } from './work/work-share';
import { WORK_GROUPS } from './work/work.tokens';

export type RuntimeOptions = Readonly<{
  definitions: Definitions;
  actions: IntakeActions;
  /** Default: silent, as in specs. */
  log?: SafeLog;
  /** What this process is among others; default: the only one, which does everything. */
  part?: ProcessPart;
}>;

/**
 * `work`: groups of work it takes its share of. `takesCommands`: whether the routes of POST /v1/batches are open here.
 * `rebuildsViews`: whether the operator's routes for views are. `needsLog`: whether it is of no use while the log is away.
 */
export type ProcessPart = Readonly<{
  work: readonly string[];
  takesCommands: boolean;
  rebuildsViews: boolean;
  needsLog: boolean;
}>;

const runners = [
  FactLog,
  DecisionRunner,
  NoticeRecords,
  NoticeRunner,
  IntakeService,
  SubscriptionRunner,
  ViewRunner,
  WorkShare,
];
const intake = [KnownActions, BatchService, PreviewSources, PreviewedAudience, PreviewService];
const parts = [Upcasting, FactDrafts, CommandMemory, ...intake, StreamHistories, ViewBuilder];
const shell: readonly Provider[] = [
  { provide: APP_GUARD, useClass: TokenGuard },
  { provide: APP_PIPE, useClass: CheckingPipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
  { provide: APP_INTERCEPTOR, useClass: ViewWaitInterceptor },
  { provide: APP_INTERCEPTOR, useClass: LocationInterceptor },
];

const controllersOf = (part: ProcessPart | undefined): Type[] => [
  HealthController,
  ...(part?.takesCommands === false ? [] : [BatchesController, PreviewsController]),
  ...(part?.rebuildsViews === false ? [] : [ViewsController]),
];

/** The shell around the rules. Global; the ports it needs come from the adapters that the app picks. */
@Module({})
export class RuntimeModule {
  static forRoot({ definitions, actions, log = silentLog(), part }: RuntimeOptions): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: controllersOf(part),
      providers: [
        ...runners,
        ...parts,
        ...shell,
        LagWatch,
        Metrics,
        RuntimeMetrics,
        ManagementServer,
        { provide: SafeLog, useValue: log },
        { provide: DEFINITIONS, useValue: definitions },
        { provide: INTAKE_ACTIONS, useValue: actions },
        { provide: READER_CONTEXT, useValue: readerContext },
        { provide: WORK_GROUPS, useValue: part?.work ?? 'all' },
        { provide: FOLLOWING, useValue: part ? FOLLOWING_AMONG_OTHERS : FOLLOWING_ALONE },
        { provide: READY_WITHOUT_LOG, useValue: part?.needsLog === false },
      ],
      exports: [
        READER_CONTEXT,
        ...runners,
        LagWatch,
        Metrics,
        SafeLog,
        DEFINITIONS,
        INTAKE_ACTIONS,
        CqrsModule,
      ],
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
