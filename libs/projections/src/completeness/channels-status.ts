import { CHANNEL_KINDS, READER_SIGNS, READ_DB, SUBSCRIPTIONS } from '@ibex/kernel';
import type { ChannelKind, ReaderSigns, Subscriptions } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { present } from '../shared/present';
import type { ReceivingRow, ReceivingTables } from './receiving.schema';
import type { ChannelStatus } from './status.dto';

type Channels = readonly Plain<ChannelStatus>[];

const keyOf = (authority: string, channel: string): string => `${authority} ${channel}`;

/** Per authority and channel: live subscriptions, the last delivery, the last visit. Never where or under which name. */
@Injectable()
export class ChannelsStatus {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<ReceivingTables>,
    @Optional() @Inject(SUBSCRIPTIONS) private readonly subscriptions?: Subscriptions,
    @Optional() @Inject(READER_SIGNS) private readonly readers?: ReaderSigns,
  ) {}

  /** Asked once for all authorities; whoever shows it decides to whom. */
  async look(): Promise<(authority: string) => Channels> {
    const [delivered, live] = await asSystem(() => Promise.all([this.delivered(), this.live()]));
    return (authority) => {
      const seen = this.readers?.lastSeen(authority) ?? {};
      return CHANNEL_KINDS.flatMap((channel) => {
        const subscriptions = live.get(keyOf(authority, channel)) ?? 0;
        const signs = present({
          lastDeliveredAt: delivered.get(keyOf(authority, channel))?.lastDeliveredAt,
          lastSeenAt: seen[channel],
        });
        const isUsed = subscriptions > 0 || Object.keys(signs).length > 0;
        return isUsed ? [{ channel, subscriptions, ...signs }] : [];
      });
    };
  }

  private async delivered(): Promise<ReadonlyMap<string, ReceivingRow>> {
    const rows = await this.db.selectFrom('receiving').selectAll().execute();
    return new Map(rows.map((row) => [keyOf(row.authority, row.channel), row]));
  }

  private async live(): Promise<ReadonlyMap<string, number>> {
    const open = (await this.subscriptions?.open()) ?? [];
    const count = new Map<string, number>();
    const add = (authority: string, channel: ChannelKind): void => {
      const key = keyOf(authority, channel);
      count.set(key, (count.get(key) ?? 0) + 1);
    };
    for (const { authority, channel, state } of open) if (state === 'live') add(authority, channel);
    return count;
  }
}
