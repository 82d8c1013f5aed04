import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Metrics, asSystem, atMostEvery } from '@ibex/runtime';
import type { Gauged } from '@ibex/runtime';
import { PairBook } from './pair-book';
import { ASIDE_BECAUSE } from './pair-book.schema';

const COUNT_EVERY_MS = 10_000;

/** How many records the matcher has set aside, for the operator: nothing is left out without being counted. */
@Injectable()
export class SetAsideMeasure implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly book: PairBook,
  ) {}

  onModuleInit(): void {
    const help = 'Records that are not matched as others are, by why.';
    const count = atMostEvery(COUNT_EVERY_MS, () => asSystem(() => this.counted()));
    this.metrics.gaugeFrom('ibex_matching_set_aside', help, ['because'], count);
  }

  private async counted(): Promise<readonly Gauged[]> {
    const counts = await this.book.asideCounts();
    return ASIDE_BECAUSE.map((because) => ({ labels: { because }, value: counts.get(because) ?? 0 }));
  }
}
