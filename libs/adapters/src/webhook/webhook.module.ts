import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { WebhookChannel } from './channel/webhook-channel';
import type { PosterOptions } from './post/guarded-post';

/** The webhook as a channel. Options are for tests, which have nothing but loopback to post to. */
@Module({})
export class WebhookModule {
  static with(options: PosterOptions = {}): DynamicModule {
    return {
      module: WebhookModule,
      global: true,
      providers: [
        {
          provide: WebhookChannel,
          inject: [CLOCK],
          useFactory: (clock: Clock) => new WebhookChannel(clock, options),
        },
      ],
      exports: [WebhookChannel],
    };
  }
}
