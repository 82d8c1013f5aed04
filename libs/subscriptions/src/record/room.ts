import { Inject, Injectable, Optional } from '@nestjs/common';
import { SUBSCRIPTIONS } from '@ibex/kernel';
import type { Subscriptions } from '@ibex/kernel';

/** Left out: as usual. */
export const SUBSCRIPTION_SETTINGS = Symbol('SubscriptionSettings');
export type SubscriptionSettings = Readonly<{ mostPerAuthority: number }>;
export const USUAL_SUBSCRIPTIONS: SubscriptionSettings = { mostPerAuthority: 50 };

/** How many subscriptions an authority has open, and may have. The list trails the log by a moment. */
@Injectable()
export class Room {
  constructor(
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
    @Optional()
    @Inject(SUBSCRIPTION_SETTINGS)
    private readonly settings: SubscriptionSettings = USUAL_SUBSCRIPTIONS,
  ) {}

  async of(authority: string): Promise<Readonly<{ open: number; most: number }>> {
    const open = await this.subscriptions.open(authority);
    return { open: open.length, most: this.settings.mostPerAuthority };
  }
}
