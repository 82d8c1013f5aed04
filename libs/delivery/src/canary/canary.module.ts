import { Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { ViewRunner } from '@ibex/runtime';
import { InboxMessages } from '../inbox/inbox-messages';
import { CanaryBus, CanaryPlaces } from './canary-bus';
import { CanaryLegs } from './canary-legs';
import { CanaryList } from './canary-list';
import { CanaryMeasures } from './canary-measures';
import { CanaryOrders } from './canary-orders';
import { CanaryPost } from './canary-post';
import { CanaryWatch } from './canary-watch';
import { CanaryParts, CanaryWork } from './canary-work';
import { CanaryController } from './canary.controller';
import { canaryProjection } from './canary.projection';
import { CANARY_SETTINGS, NO_CANARIES } from './canary.settings';
import type { CanarySettings } from './canary.settings';

/** What the operator sees of canaries, and the view of them. */
@Module({ controllers: [CanaryController], providers: [CanaryList, CanaryOrders] })
export class CanaryRoutesModule implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(canaryProjection);
  }
}

/** Sends canaries and sees them arrive. Needs MAILBOX, CURSORS, READ_DB; posts them where DispatchModule has webhooks, puts them on the bus where there is one. */
@Module({})
export class CanaryModule {
  static with(settings: CanarySettings = NO_CANARIES): DynamicModule {
    return {
      module: CanaryModule,
      providers: [
        { provide: CANARY_SETTINGS, useValue: settings },
        ...[InboxMessages, CanaryList, CanaryOrders, CanaryPost, CanaryWatch],
        ...[CanaryPlaces, CanaryBus, CanaryLegs, CanaryMeasures, CanaryParts, CanaryWork],
      ],
    };
  }
}
