import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { DigestMailer } from './digest-mailer';
import type { MailOptions } from './digest-mailer';

/** Digests by mail as a channel. Needs CLOCK. */
@Module({})
export class MailModule {
  static with(options: MailOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [
        {
          provide: DigestMailer,
          inject: [CLOCK],
          useFactory: (clock: Clock) => new DigestMailer(clock, options),
        },
      ],
      exports: [DigestMailer],
    };
  }
}
