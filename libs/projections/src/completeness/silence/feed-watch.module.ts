import { Metrics, asSystem, atMostEvery } from '@ibex/runtime';
import { Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { Feeds } from '../../shared/postings/feeds';
import { FeedOrders } from './feed-orders';
import { FeedWatch } from './feed-watch';
import { FeedWork } from './feed-work';
import { FEED_SETTINGS, USUAL_FEEDS } from './feed.settings';
import type { FeedSettings } from './feed.settings';
import { LatePosters } from './late-posters';

const COUNT_EVERY_MS = 15_000;

/**
 * Watches for authorities that stop posting: on record, in their own mailbox and in the measures. Needs the runtime,
 * boroughs, READ_DB and READ_MODELS, and that some process keeps the view `postings`.
 */
@Module({})
export class FeedWatchModule implements OnModuleInit {
  constructor(
    private readonly feeds: Feeds,
    private readonly metrics: Metrics,
  ) {}

  static with(settings: FeedSettings = USUAL_FEEDS): DynamicModule {
    return {
      module: FeedWatchModule,
      providers: [
        { provide: FEED_SETTINGS, useValue: settings },
        ...[Feeds, LatePosters, FeedOrders, FeedWatch, FeedWork],
      ],
      exports: [FeedWatch],
    };
  }

  onModuleInit(): void {
    const help = 'Feeds that have fallen silent, by notification type.';
    const count = atMostEvery(COUNT_EVERY_MS, () => asSystem(() => this.feeds.all()));
    this.metrics.gaugeFrom('ibex_feeds_silent', help, ['type'], async () => {
      const feeds = await count();
      return this.feeds.notifications.map((type) => ({
        labels: { type },
        value: feeds.filter((feed) => feed.notification === type && feed.silentSince !== undefined).length,
      }));
    });
  }
}
