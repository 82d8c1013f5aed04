import { SafeLog, WorkShare, offerLook } from '@ibex/runtime';
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
  constructor(
    private readonly work: WorkShare,
    private readonly watch: FeedWatch,
    private readonly log: SafeLog,
    @Inject(FEED_SETTINGS) private readonly settings: FeedSettings,
  ) {}

  onModuleInit(): void {
    offerLook(this.work, this.log, {
      ...{ group: GROUP, name: NAME, everyMs: this.settings.lookEveryMs, failed: 'feeds-failed' },
      look: () => this.watch.look(),
    });
  }
}
