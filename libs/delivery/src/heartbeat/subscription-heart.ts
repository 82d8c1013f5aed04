import { CHANNEL_SECRETS, MAILBOX } from '@ibex/kernel';
import type { ChannelKind, ChannelSecrets, Mailbox } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { SubscriptionDispatch } from '../dispatch/subscription-dispatch';
import type { BroughtOut } from '../dispatch/subscription-dispatch';
import type { Beating } from './beats';
import { Heart } from './heart';
import { Pulse } from './pulse';

/** Channels on which somebody listens all the time; a digest or a file is told when it is full. */
const LISTENING: ReadonlySet<ChannelKind> = new Set(['webhook']);

/**
 * A sign of life to every subscription that is brought out here and whose receiver is well, beside its entries: one try
 * of the channel, of which nothing is recorded, counted, repeated or learnt. A receiver in trouble is left in peace.
 */
@Injectable()
export class SubscriptionHeart implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly heart: Heart;

  constructor(
    private readonly dispatch: SubscriptionDispatch,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'head'>,
    @Inject(CHANNEL_SECRETS) private readonly secrets: ChannelSecrets,
    private readonly pulse: Pulse,
  ) {
    this.heart = new Heart(pulse.everyMs, () => this.beating());
  }

  onApplicationBootstrap(): void {
    asSystem(() => this.heart.start());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.heart.stop();
  }

  private beating(): readonly Beating[] {
    return this.dispatch
      .broughtOut()
      .filter(({ channel, state }) => LISTENING.has(channel.kind) && state.phase === 'well')
      .map((each) => ({ name: each.subscription.id, send: () => this.send(each) }));
  }

  private async send({ subscription, channel, state }: BroughtOut): Promise<void> {
    const { id, authority } = subscription;
    const [head, secrets] = await Promise.all([this.mailbox.head(authority), this.secrets.of(id)]);
    const event = this.pulse.beat({ authority, subscription: id, head, upTo: state.settledUpTo });
    const message = { id: event.id, urgency: 'routine', event } as const;
    await channel.deliver({ subscription, secrets }, message, this.heart.signal);
  }
}
