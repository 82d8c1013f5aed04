import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { LookoutBook } from './lookout-book';
import { LookoutMatter } from './lookout-matter';
import { LookoutReminders } from './lookout-reminders';
import { LookoutWork } from './lookout-work';
import { ReminderOrders } from './reminder-orders';
import { LOOKOUT_SETTINGS, USUAL_LOOKOUTS } from './reminders.rule';
import type { LookoutSettings } from './reminders.rule';

/**
 * Reminds owners of restricted children that are missing, and ends lookouts once the child is back. For the process that
 * lets clocks run. Needs the runtime, AccessModule and MISSING_OF_RECORDS.
 */
@Module({})
export class LookoutWorkModule {
  static with(settings: LookoutSettings = USUAL_LOOKOUTS): DynamicModule {
    return {
      module: LookoutWorkModule,
      providers: [
        { provide: LOOKOUT_SETTINGS, useValue: settings },
        ...[LookoutBook, LookoutMatter, ReminderOrders, LookoutReminders, LookoutWork],
      ],
      exports: [LookoutReminders],
    };
  }
}
