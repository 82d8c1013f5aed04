import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SafeLog, WorkShare, asSystem, pause } from '@ibex/runtime';
import { LookoutReminders } from './lookout-reminders';
import { LOOKOUT_SETTINGS } from './reminders.rule';
import type { LookoutSettings } from './reminders.rule';

/** Done by whoever lets the clocks of duties run. */
const GROUP = 'clocks';
const NAME = 'lookouts';

/** Reminds owners of restricted children that are missing, in one process at a time. */
@Injectable()
export class LookoutWork implements OnModuleInit {
  private running: Readonly<{ stopping: AbortController; done: Promise<void> }> | undefined;

  constructor(
    private readonly work: WorkShare,
    private readonly reminders: LookoutReminders,
    private readonly log: SafeLog,
    @Inject(LOOKOUT_SETTINGS) private readonly settings: LookoutSettings,
  ) {}

  onModuleInit(): void {
    this.work.offer({
      ...{ group: GROUP, names: [NAME] },
      start: () => this.start(),
      stop: () => this.stop(),
    });
  }

  private start(): void {
    const stopping = new AbortController();
    this.running = { stopping, done: asSystem(() => this.run(stopping.signal)) };
  }

  private async stop(): Promise<void> {
    this.running?.stopping.abort();
    await this.running?.done;
    this.running = undefined;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.reminders.look();
        failures = 0;
      } catch (error) {
        failures += 1;
        // at the very first start the view is not there yet; what stays away is told at the next look
        if (failures > 1) this.log.warn('lookouts-failed', error, { work: NAME, attempts: failures });
      }
      await pause(this.settings.lookEveryMs, signal);
    }
  }
}
