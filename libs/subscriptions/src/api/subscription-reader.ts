import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock, Reader, Subscription } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import { signingAt } from '../domain/subscription.state';
import type { KnownSecret } from '../domain/subscription.state';
import { RecordedSubscriptions } from '../record/recorded-subscriptions';
import type { RecordedSubscription } from '../record/recorded-subscriptions';
import { given } from '../given';
import { ListedSubscriptions } from '../view/listed-subscriptions';
import type { Listed } from '../view/listed-subscriptions';
import type { OneSubscriptionDto, SecretDto, SubscriptionDto, SubscriptionListDto } from './answers.dto';
import type { Plain } from '../plain';

type Opening = Omit<Listed, 'subscription'>;

const toShown = (
  { id, name, channel, filter, startsAfter, state, revision, target, desk }: Subscription,
  { openedAt, confirmedBy, pausedBecause }: Opening,
): Plain<SubscriptionDto> => ({
  ...{ id, name, channel, filter, startsAfter, state, revision, openedAt },
  ...given({ target, desk, pausedBecause, urgentMayBeHiddenBy: confirmedBy }),
});

const toSecret = ({ secretId, scheme, publicKey, signsUntil }: KnownSecret): Plain<SecretDto> => ({
  id: secretId,
  scheme,
  ...given({ publicKey, signsUntil }),
});

/** Shows an authority its own subscriptions, and nobody else's. */
@Injectable()
export class SubscriptionReader {
  constructor(
    private readonly listed: ListedSubscriptions,
    private readonly recorded: RecordedSubscriptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ authority }: Reader, withClosed: boolean): Promise<Plain<SubscriptionListDto>> {
    const found = await this.listed.wanted({ authority, withClosed });
    return { subscriptions: found.map(({ subscription, ...opening }) => toShown(subscription, opening)) };
  }

  async one(reader: Reader, id: string): Promise<Plain<OneSubscriptionDto>> {
    const recorded = await this.own(reader, id);
    const { known, openedAt } = recorded.folded;
    const { confirmedBy, pausedBecause } = known;
    const opening = { openedAt, ...given({ confirmedBy, pausedBecause }) };
    const secrets = signingAt(known.secrets, this.clock.now()).map(toSecret);
    return {
      ...toShown(await this.recorded.readable(recorded), opening),
      ...(known.channel === 'webhook' ? { secrets } : {}),
    };
  }

  /** Throws the one 404 for a subscription of another authority as for one that does not exist. */
  async own({ authority }: Reader, id: string): Promise<RecordedSubscription> {
    const recorded = await this.recorded.recorded(id);
    if (recorded?.folded.known.authority !== authority) throw notFound();
    return recorded;
  }
}
