import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Metrics, asSystem, atMostEvery } from '@ibex/runtime';
import type { Gauged } from '@ibex/runtime';
import { CLOCK_STATES, ClockCounts } from './clock-counts';
import { ClockWork } from './clock-work';

/** The count reads every open clock: not each time that somebody looks. */
const COUNT_EVERY_MS = 15_000;

/** Tells those who run the service how many clocks run, and how far; whose and about whom is not theirs to see. */
@Injectable()
export class ClockMeasures implements OnModuleInit {
  constructor(
    private readonly counts: ClockCounts,
    private readonly work: ClockWork,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const help = 'Clocks of open duties, by how far they have run, of the shares that are done here.';
    const count = atMostEvery(COUNT_EVERY_MS, () => asSystem(() => this.count()));
    this.metrics.gaugeFrom('ibex_clocks', help, ['state'], count);
  }

  private async count(): Promise<readonly Gauged[]> {
    const shards = this.work.shards();
    if (shards.size === 0) return [];
    const counts = await this.counts.of(shards);
    return CLOCK_STATES.map((state) => ({ labels: { state }, value: counts[state] }));
  }
}
