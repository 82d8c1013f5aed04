import { Inject, Injectable } from '@nestjs/common';
import { READ_DB } from '@ibex/kernel';

type Count = Readonly<{ shard: string; counted: number | string }>;
type Named = Readonly<{ as(name: string): unknown }>;
type Counting = Readonly<{ fn: Readonly<{ countAll(): Named }> }>;

/** What these counts need of the reading database. It is a Kysely, which only views and adapters may name. */
interface Counts {
  leftJoin(table: string, column: string, other: string): Counts;
  where(column: string, operator: string, value: string | number | null): Counts;
  groupBy(column: string): Counts;
  select(columns: (counting: Counting) => readonly unknown[]): Counts;
  execute(): Promise<readonly Count[]>;
}
export interface CountsDb {
  selectFrom(table: 'clocks'): Counts;
}

/** `running`: nothing has come yet. Each open clock is in one of them. */
export const CLOCK_STATES = ['running', 'warned', 'late', 'escalated', 'paused'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** How many clocks are in which state, by share. */
@Injectable()
export class ClockCounts {
  constructor(@Inject(READ_DB) private readonly db: CountsDb) {}

  async of(shards: ReadonlySet<string>): Promise<Readonly<Record<ClockState, number>>> {
    const going = this.open().where('clockRuns.pausedAt', 'is', null);
    const queries = [
      this.open(),
      this.open().where('clockRuns.pausedAt', 'is not', null),
      going.where('clockRuns.warnedAt', 'is not', null).where('clockRuns.lateAt', 'is', null),
      going.where('clockRuns.lateAt', 'is not', null).where('clockRuns.steps', '=', 0),
      going.where('clockRuns.steps', '>', 0),
    ];
    const [all = 0, paused = 0, warned = 0, late = 0, escalated = 0] = await Promise.all(
      queries.map((query) => this.counted(query, shards)),
    );
    return { running: all - paused - warned - late - escalated, warned, late, escalated, paused };
  }

  private open(): Counts {
    return this.db
      .selectFrom('clocks')
      .leftJoin('clockRuns', 'clockRuns.runId', 'clocks.runId')
      .where('clocks.state', '=', 'open');
  }

  private async counted(query: Counts, shards: ReadonlySet<string>): Promise<number> {
    const counts = await query
      .groupBy('clocks.shard')
      .select(({ fn }) => ['clocks.shard as shard', fn.countAll().as('counted')])
      .execute();
    return counts
      .filter(({ shard }) => shards.has(shard))
      .reduce((sum, { counted }) => sum + Number(counted), 0);
  }
}
