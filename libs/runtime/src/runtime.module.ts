import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DecisionRunner } from './decision/decision.runner';
import { NoticeRunner } from './decision/notice.runner';
import { IntakeService } from './intake/intake.service';
import { DEFINITIONS, INTAKE_ACTIONS } from './runtime.tokens';
import type { Definitions, IntakeActions } from './runtime.tokens';
import { SubscriptionRunner } from './subscription/subscription.runner';
import { ViewRunner } from './view/view.runner';

export type RuntimeOptions = Readonly<{ definitions: Definitions; actions: IntakeActions }>;

const runners = [DecisionRunner, NoticeRunner, IntakeService, SubscriptionRunner, ViewRunner];

/** The shell around the rules. Global; the ports it needs come from the adapters that the app picks. */
@Module({})
export class RuntimeModule {
  static forRoot({ definitions, actions }: RuntimeOptions): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...runners,
        { provide: DEFINITIONS, useValue: definitions },
        { provide: INTAKE_ACTIONS, useValue: actions },
      ],
      exports: [...runners, DEFINITIONS, INTAKE_ACTIONS, CqrsModule],
    };
  }
}
