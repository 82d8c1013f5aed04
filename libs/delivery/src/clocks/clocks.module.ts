import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { DEFINITIONS, ViewRunner } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { CalendarController } from './calendar.controller';
import { ProclaimedDays } from './calendar';
import { ClockCounts } from './clock-counts';
import { ClockKeeper } from './clock-keeper';
import { ClockList } from './clock-list';
import { ClockMeasures } from './clock-measures';
import { ClockOrders } from './clock-orders';
import { ClockLook, ClockWork } from './clock-work';
import { CLOCK_SETTINGS, USUAL_CLOCKS } from './clock.settings';
import type { ClockSettings } from './clock.settings';
import { ClocksController } from './clocks.controller';
import { clocksProjection } from './clocks.projection';
import { DutyDates } from './duty-dates';
import { NextLook } from './next-look';
import { OwnClocks } from './own-clocks';
import { Recount } from './recount';
import { SilenceKeeper } from './silence-keeper';
import { WhomToTell } from './whom-to-tell';

const settled = (settings: Partial<ClockSettings>) => ({
  provide: CLOCK_SETTINGS,
  useValue: { ...USUAL_CLOCKS, ...settings },
});

/** The table of clocks, followed from the log, and the routes on it. */
@Module({})
export class ClocksModule implements OnModuleInit {
  constructor(
    private readonly views: ViewRunner,
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(CLOCK_SETTINGS) private readonly settings: ClockSettings,
  ) {}

  static with(settings: Partial<ClockSettings> = {}): DynamicModule {
    return {
      module: ClocksModule,
      controllers: [ClocksController, CalendarController],
      providers: [settled(settings), ClockList, ClockOrders, OwnClocks, ProclaimedDays],
    };
  }

  onModuleInit(): void {
    const isMember = (gss: string): boolean => this.authorities.isMember(gss);
    const { definitions } = this;
    this.views.follow(clocksProjection({ definitions, isMember, warnShare: this.settings.warnShare }));
  }
}

/** Lets the clocks run and tells whom they concern. Needs the table, mailboxes, and whom each authority wants told. */
@Module({})
export class ClockWorkModule {
  static with(settings: Partial<ClockSettings> = {}): DynamicModule {
    return {
      module: ClockWorkModule,
      providers: [
        settled(settings),
        ...[ClockList, ClockOrders, ProclaimedDays, DutyDates, WhomToTell],
        ...[ClockKeeper, Recount, SilenceKeeper, ClockLook, NextLook, ClockWork],
        ...[ClockCounts, ClockMeasures],
      ],
      exports: [ClockLook],
    };
  }
}
