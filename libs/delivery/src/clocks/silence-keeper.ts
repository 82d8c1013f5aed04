import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX, fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Mailbox } from '@ibex/kernel';
import { ClockList } from './clock-list';
import { ClockOrders } from './clock-orders';
import { CLOCK_SETTINGS } from './clock.settings';
import type { ClockSettings, Patience } from './clock.settings';
import type { AwaitedRow } from './clocks.schema';

const PATIENCE: readonly Patience[] = ['urgent', 'move', 'other'];
const minutesFrom = (instant: string, minutes: number): string =>
  fromEpochMs(toEpochMs(instant) + minutes * 60_000);

/** Tells senders of recipients where nobody took their notice on within the limit of its urgency. */
@Injectable()
export class SilenceKeeper {
  constructor(
    private readonly list: ClockList,
    private readonly orders: ClockOrders,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfFact'>,
    @Inject(CLOCK_SETTINGS) private readonly settings: ClockSettings,
  ) {}

  async look(shard: string, now: string): Promise<number> {
    let noted = 0;
    for (const patience of PATIENCE) {
      const minutes = this.settings.silenceMinutes[patience];
      const rows = await this.list.awaitedSince(shard, patience, minutesFrom(now, -minutes));
      for (const row of rows) noted += (await this.note(row, minutes)) ? 1 : 0;
    }
    return noted;
  }

  /** False where the router has not brought it to the mailbox yet: that is our own delay, not the recipient's. */
  private async note(row: AwaitedRow, minutes: number): Promise<boolean> {
    const entries = await this.mailbox.entriesOfFact(row.factId);
    const entry = entries.find(({ entryId }) => entryId === row.entryId);
    if (!entry) return false;
    const limitAt = minutesFrom(row.toldAt, minutes);
    await this.orders.noteSilence(entry, limitAt);
    return true;
  }
}
