import { toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import { Metrics, asSystem, atMostEvery } from '@ibex/runtime';
import type { Gauged } from '@ibex/runtime';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CanaryList } from './canary-list';
import { CanaryLegs } from './canary-legs';
import { CanaryOrders } from './canary-orders';
import type { CanaryRow } from './canary.schema';

const COUNT_EVERY_MS = 10_000;

/** How many canaries in a row should have been seen at a place by now and were not. */
export const missedBy = (now: Instant, lastSeenAt: Instant, everyMs: number): number =>
  Math.max(Math.floor((toEpochMs(now) - toEpochMs(lastSeenAt)) / everyMs) - 1, 0);

/** Tells those who run the service how long the last canary took, and how many went missing. */
@Injectable()
export class CanaryMeasures implements OnModuleInit {
  private readonly since: Instant;

  constructor(
    private readonly list: CanaryList,
    private readonly legs: CanaryLegs,
    private readonly orders: CanaryOrders,
    private readonly metrics: Metrics,
  ) {
    this.since = orders.now();
  }

  onModuleInit(): void {
    const rows = atMostEvery(COUNT_EVERY_MS, () => asSystem(() => this.list.all()));
    const seconds = 'How long the last canary took to a place, from being recorded.';
    this.metrics.gaugeFrom('ibex_canary_seconds', seconds, ['channel'], async () =>
      (await rows())
        .filter(({ place }) => place !== 'sent')
        .map(({ place, ms }) => ({ labels: { channel: place }, value: ms / 1_000 })),
    );
    const missed = 'Canaries in a row that were due at a place and not seen there.';
    this.metrics.gaugeFrom('ibex_canary_missed', missed, ['channel'], async () => this.missed(await rows()));
  }

  private missed(rows: readonly CanaryRow[]): readonly Gauged[] {
    const { everyMs } = this.legs.post.settings;
    if (everyMs === 0) return [];
    return this.legs.places.map((channel) => {
      const seenAt = rows.find(({ place }) => place === channel)?.seenAt ?? '';
      const last = seenAt > this.since ? seenAt : this.since;
      return { labels: { channel }, value: missedBy(this.orders.now(), last, everyMs) };
    });
  }
}
