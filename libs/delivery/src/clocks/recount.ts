import { Injectable } from '@nestjs/common';
import { fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import { ProclaimedDays } from './calendar';
import { ClockList } from './clock-list';
import { ClockOrders } from './clock-orders';
import type { ClockRow } from './clocks.schema';
import { DutyDates } from './duty-dates';

/** Computes open deadlines anew that run over a proclaimed day, each from its own notice. */
@Injectable()
export class Recount {
  /** By share and day: position up to which its duties were looked at. */
  private readonly looked = new Map<string, number>();

  constructor(
    private readonly list: ClockList,
    private readonly orders: ClockOrders,
    private readonly dates: DutyDates,
    private readonly calendar: ProclaimedDays,
  ) {}

  /** How many dates moved. */
  async look(shard: string, now: string): Promise<number> {
    const proclaimed = (await this.calendar.all()).map(({ date }) => date);
    let moved = 0;
    for (const date of proclaimed) {
      const place = `${shard} ${date}`;
      const rows = await this.list.spanning(shard, date, this.looked.get(place) ?? -1);
      for (const row of rows) moved += (await this.recount(row, proclaimed, now)) ? 1 : 0;
      const last = rows.at(-1);
      if (last) this.looked.set(place, last.openedPosition);
    }
    return moved;
  }

  private async recount(row: ClockRow, proclaimed: readonly CivilDate[], now: string): Promise<boolean> {
    const computedDueAt = await this.dates.dueAt(row, proclaimed);
    if (computedDueAt === undefined || computedDueAt === row.computedDueAt) return false;
    // a pause has moved it by as much before, and still does
    const shiftMs = toEpochMs(row.dueAt) - toEpochMs(row.computedDueAt);
    const newDueAt = fromEpochMs(toEpochMs(computedDueAt) + shiftMs);
    const { dueAt, startedAt, openedPosition: setAt } = row;
    const data = { startedAt, dueAt, newDueAt, computedDueAt, proclaimed, setAt };
    await this.orders.service(row, { type: 'RecomputeClock', data }, now);
    return true;
  }
}
