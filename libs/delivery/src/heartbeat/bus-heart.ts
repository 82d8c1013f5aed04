import { MAILBOX, MESSAGE_BUS } from '@ibex/kernel';
import type { Mailbox, SignBus } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { FeedState } from '../channels/mailbox-feed';
import { MailboxRelay } from '../channels/mailbox-relay';
import type { Beating } from './beats';
import { Heart } from './heart';
import { Pulse } from './pulse';

/** Kafka keeps what shares a key in one partition: signs of life of an authority stay in order among themselves. */
const KEY = 'heartbeat';

/**
 * A sign of life on the topic of every mailbox that is brought out here and is well. A mailbox of which nothing left yet
 * is passed over: its topic may not be there, and a bus that waits for one holds up everybody.
 */
@Injectable()
export class BusHeart implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly heart: Heart;

  constructor(
    @Inject(MailboxRelay) private readonly relay: Pick<MailboxRelay, 'states'>,
    @Inject(MESSAGE_BUS) private readonly bus: SignBus,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'head'>,
    private readonly pulse: Pulse,
  ) {
    this.heart = new Heart(pulse.everyMs, () => this.beating());
  }

  onApplicationBootstrap(): void {
    this.heart.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.heart.stop();
  }

  private beating(): readonly Beating[] {
    return this.relay
      .states()
      .filter(({ failing, confirmedUpTo = 0 }) => failing === undefined && confirmedUpTo > 0)
      .map((state) => ({ name: state.authority, send: () => this.send(state) }));
  }

  private async send({ authority, confirmedUpTo = 0 }: FeedState): Promise<void> {
    const head = await this.mailbox.head(authority);
    const event = this.pulse.beat({ authority, head, upTo: confirmedUpTo });
    await this.bus.publish([{ authority, key: KEY, event }]);
  }
}
