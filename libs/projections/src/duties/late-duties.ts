import { CLOCK, READ_DB } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { asSystem, atMostEvery, Metrics } from '@ibex/runtime';
import type { Gauged } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { DutyTables } from './duties.schema';

/** The count reads every open duty: not each time that somebody looks. */
const COUNT_EVERY_MS = 15_000;

/** Tells those who run the service how many duties of each kind are late; whose and about whom is not theirs to see. */
@Injectable()
export class LateDuties implements OnModuleInit {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<DutyTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const help = 'Duties past their due date and not met, by kind, over all authorities.';
    const count = atMostEvery(COUNT_EVERY_MS, () => asSystem(() => this.count()));
    this.metrics.gaugeFrom('ibex_duties_late', help, ['kind'], count);
  }

  private async count(): Promise<readonly Gauged[]> {
    const late = await this.db
      .selectFrom('duties')
      .select(({ fn }) => ['kind', fn.countAll<number | string>().as('late')])
      .where('metAt', 'is', null)
      .where('voidBecause', 'is', null)
      .where('dueAt', '<=', this.clock.now())
      .groupBy('kind')
      .execute();
    return late.map(({ kind, late: value }) => ({ labels: { kind }, value: Number(value) }));
  }
}
