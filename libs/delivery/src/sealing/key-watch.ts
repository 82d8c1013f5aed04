import { Inject, Injectable, Optional } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AUTHORITY_KEYS, CLOCK, SUBSCRIPTIONS, toEpochMs } from '@ibex/kernel';
import type { AuthorityKeys, Clock, Subscriptions } from '@ibex/kernel';
import { Metrics, atMostEvery } from '@ibex/runtime';
import type { Gauged } from '@ibex/runtime';

/** A stream for each authority that wants sealed details: not each time that somebody looks. */
const LOOK_EVERY_MS = 60_000;

/** Measures how long the authorities that want sealed details can still get them. */
@Injectable()
export class KeyWatch implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(AUTHORITY_KEYS) private readonly keys?: AuthorityKeys,
  ) {}

  onModuleInit(): void {
    const { keys } = this;
    if (!keys) return;
    const help = 'How long an authority that wants sealed details has a key to seal to; 0: they are held.';
    const look = atMostEvery(LOOK_EVERY_MS, () => this.look(keys));
    this.metrics.gaugeFrom('ibex_sealing_key_seconds_left', help, ['authority'], look);
  }

  async look(keys: AuthorityKeys): Promise<readonly Gauged[]> {
    const open = await this.subscriptions.open();
    const wanting = open.filter(({ state, payload }) => state === 'live' && payload === 'sealed');
    const authorities = [...new Set(wanting.map(({ authority }) => authority))];
    return Promise.all(
      authorities.map(async (authority) => {
        const until = await keys.sealsUntil(authority);
        const leftMs = until === undefined ? 0 : toEpochMs(until) - toEpochMs(this.clock.now());
        return { labels: { authority }, value: Math.max(leftMs, 0) / 1_000 };
      }),
    );
  }
}
