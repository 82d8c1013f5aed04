import { CLOCK, londonDateOf } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { hiding, primary } from './suppression.rule';
import type { Published, Universe } from './suppression.rule';
import { TrendCounts, dimensionsOf } from './trend-counts';
import { universeOf } from './trend-tables';
import type { Topic } from './trend-topics';

/** Nobody takes it back: the tables are for everybody. */
const forEver = new AbortController();

const withoutHaste = async (universe: Universe): Promise<Published> => {
  const steps = hiding(universe, primary(universe));
  let step = steps.next();
  while (step.done !== true) {
    await pause(0, forEver.signal);
    step = steps.next();
  }
  return step.value;
};

/**
 * The tables of each quarter, worked out once a London day for everybody: whoever asks before and after a notice sees no
 * difference that the notice made.
 */
@Injectable()
export class PublishedTrends {
  private day = '';
  private readonly tables = new Map<string, Promise<Published>>();

  constructor(
    private readonly counts: TrendCounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(topic: Topic, first: number): Promise<Published> {
    const today = londonDateOf(this.clock.now());
    if (today !== this.day) this.tables.clear();
    this.day = today;
    const key = `${topic} ${String(first)}`;
    const known = this.tables.get(key);
    if (known) return known;
    const made = this.make(topic, first);
    this.tables.set(key, made);
    // what failed is tried again at the next question
    made.catch(() => this.tables.delete(key));
    return made;
  }

  private async make(topic: Topic, first: number): Promise<Published> {
    return withoutHaste(universeOf(dimensionsOf(topic, first), await this.counts.ofQuarter(topic, first)));
  }
}
