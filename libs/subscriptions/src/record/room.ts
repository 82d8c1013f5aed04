import { Inject, Injectable, Optional } from '@nestjs/common';
import { CHANNEL_KINDS, SUBSCRIPTIONS, USUAL_MAIL_DOMAINS } from '@ibex/kernel';
import type { ChannelKind, Subscriptions } from '@ibex/kernel';

/** Left out: as usual. */
export const SUBSCRIPTION_SETTINGS = Symbol('SubscriptionSettings');
/** `offered`: channels that this installation has; `mailDomains`: where digests may go, as patterns. */
export type SubscriptionSettings = Readonly<{
  mostPerAuthority: number;
  offered: readonly ChannelKind[];
  mailDomains: readonly string[];
}>;
export const USUAL_SUBSCRIPTIONS: SubscriptionSettings = {
  mostPerAuthority: 50,
  offered: CHANNEL_KINDS,
  mailDomains: USUAL_MAIL_DOMAINS,
};

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
