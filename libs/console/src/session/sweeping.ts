import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { SafeLog } from '@ibex/runtime';
import { SealedThings } from './sealed-things';

const EVERY_MS = 5 * 60_000;

/** What has ended is found by nobody; now and then it is also removed. */
@Injectable()
export class Sweeping implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(SealedThings) private readonly things: SealedThings,
    @Inject(SafeLog) private readonly log: SafeLog,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      await this.things.store.sweep(this.things.now());
    } catch (error) {
      // the next round does it
      this.log.error('sweep-failed', error);
    }
  }
}
