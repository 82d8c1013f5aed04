import { Inject, Injectable } from '@nestjs/common';
import { toEpochMs } from '@ibex/kernel';
import { ClockList } from './clock-list';
import { ClockOrders } from './clock-orders';
import { CLOCK_SETTINGS } from './clock.settings';
import type { ClockSettings } from './clock.settings';

/** The view trails the facts by a moment: a look at once would only find the same clocks again. */
const SHORTEST_PAUSE_MS = 100;

/** How long to wait for the next look: until something is due, never longer than a set time. */
@Injectable()
export class NextLook {
  constructor(
    private readonly list: ClockList,
    private readonly orders: ClockOrders,
    @Inject(CLOCK_SETTINGS) private readonly settings: ClockSettings,
  ) {}

  get longestMs(): number {
    return this.settings.lookEveryMs;
  }

  now(): string {
    return this.orders.now();
  }

  async pauseMs(shard: string): Promise<number> {
    const now = this.now();
    const nextAt = await this.list.nextAt(shard, now);
    const untilMs = nextAt === undefined ? this.longestMs : toEpochMs(nextAt) - toEpochMs(now);
    return Math.min(Math.max(untilMs, SHORTEST_PAUSE_MS), this.longestMs);
  }
}
