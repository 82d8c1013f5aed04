import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SafeLog, WorkShare, offerLook } from '@ibex/runtime';
import { LookoutReminders } from './lookout-reminders';
import { LOOKOUT_SETTINGS } from './reminders.rule';
import type { LookoutSettings } from './reminders.rule';

/** Done by whoever lets the clocks of duties run. */
const GROUP = 'clocks';
const NAME = 'lookouts';

/** Reminds owners of restricted children that are missing, in one process at a time. */
@Injectable()
export class LookoutWork implements OnModuleInit {
  constructor(
    private readonly work: WorkShare,
    private readonly reminders: LookoutReminders,
    private readonly log: SafeLog,
    @Inject(LOOKOUT_SETTINGS) private readonly settings: LookoutSettings,
  ) {}

  onModuleInit(): void {
    offerLook(this.work, this.log, {
      ...{ group: GROUP, name: NAME, everyMs: this.settings.lookEveryMs, failed: 'lookouts-failed' },
      look: () => this.reminders.look(),
    });
  }
}
