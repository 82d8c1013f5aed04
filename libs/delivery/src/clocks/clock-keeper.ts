import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@ibex/kernel';
import { ProclaimedDays } from './calendar';
import { ClockList } from './clock-list';
import { ClockOrders } from './clock-orders';
import type { AboutDuty } from './clock.events';
import type { ClockRow } from './clocks.schema';
import { WhomToTell } from './whom-to-tell';

const AT_ONCE = 16;

export const aboutDuty = (row: ClockRow): AboutDuty => ({
  ...{ notice: row.stream, factId: row.factId, key: row.key, kind: row.kind, text: row.text },
  ...{ owedBy: row.owedBy, sender: row.sender, urgency: row.urgency, dueAt: row.dueAt, limit: row.limitedBy },
  ...(row.owedTo === null ? {} : { owedTo: row.owedTo }),
});

/** Looks at the clocks of one share and records what they came to. Any number of looks record it once. */
@Injectable()
export class ClockKeeper {
  /** By share: every duty met up to there is on record as late, where it was. Not known at first. */
  private readonly metUpTo = new Map<string, number>();

  constructor(
    private readonly list: ClockList,
    private readonly orders: ClockOrders,
    private readonly calendar: ProclaimedDays,
    private readonly whom: WhomToTell,
  ) {}

  /** How many clocks had come to something. */
  async look(shard: string, now: string): Promise<number> {
    const proclaimed = (await this.calendar.all()).map(({ date }) => date);
    const rows = [...(await this.list.due(shard, now)), ...(await this.metLate(shard))];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await Promise.all(some.map((row) => this.tick(row, { now, proclaimed })));
    }
    return rows.length;
  }

  /** The first look of a process goes through all that were ever met, and each later one on from the first that was left. */
  private async metLate(shard: string): Promise<readonly ClockRow[]> {
    const last = await this.list.lastMet(shard);
    const rows = await this.list.metLate(shard, this.metUpTo.get(shard) ?? -1);
    this.metUpTo.set(shard, (rows[0]?.metPosition ?? last + 1) - 1);
    return rows;
  }

  private async tick(
    row: ClockRow,
    { now, proclaimed }: Readonly<{ now: string; proclaimed: readonly CivilDate[] }>,
  ): Promise<void> {
    const [ladder, reaches] = await Promise.all([this.whom.ladderOf(row), this.whom.reaches(row)]);
    const met = row.metAt === null ? {} : { metAt: row.metAt };
    const data = { duty: aboutDuty(row), warnAt: row.warnAt, ...met, reaches, ladder, proclaimed };
    await this.orders.service(row, { type: 'Tick', data }, now);
  }
}
