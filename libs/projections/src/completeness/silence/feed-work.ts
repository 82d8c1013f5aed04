import { SafeLog, WorkShare, asSystem, pause } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { FeedWatch } from './feed-watch';
import { FEED_SETTINGS } from './feed.settings';
import type { FeedSettings } from './feed.settings';

/** Done by whoever lets the clocks of duties run. */
const GROUP = 'clocks';
const NAME = 'feeds';

/** Watches the feeds, in one process at a time. */
@Injectable()
export class FeedWork implements OnModuleInit {
  private running: Readonly<{ stopping: AbortController; done: Promise<void> }> | undefined;

  constructor(
    private readonly work: WorkShare,
    private readonly watch: FeedWatch,
    private readonly log: SafeLog,
    @Inject(FEED_SETTINGS) private readonly settings: FeedSettings,
  ) {}

  onModuleInit(): void {
    this.work.offer({
      group: GROUP,
      names: [NAME],
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
        await this.watch.look();
        failures = 0;
      } catch (error) {
        failures += 1;
        // at the very first start the view is not there yet; what stays away is told at the next look
        if (failures > 1) this.log.warn('feeds-failed', error, { work: NAME, attempts: failures });
      }
      await pause(this.settings.lookEveryMs, signal);
    }
  }
}
