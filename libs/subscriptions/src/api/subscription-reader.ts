import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITY_KEYS, CLOCK, USUAL_CADENCE } from '@ibex/kernel';
import type { AuthorityKeys, Clock, Reader, Subscription } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { GATHERING } from '../domain/cadence.rule';
import { signingAt } from '../domain/subscription.state';
import type { KnownSecret, KnownTrouble } from '../domain/subscription.state';
import { RecordedSubscriptions } from '../record/recorded-subscriptions';
import type { RecordedSubscription } from '../record/recorded-subscriptions';
import { given } from '../given';
import { ListedSubscriptions } from '../view/listed-subscriptions';
import type { Listed } from '../view/listed-subscriptions';
import type {
  OneSubscriptionDto,
  SecretDto,
  SubscriptionDto,
  SubscriptionListDto,
  TroubleDto,
} from './answers.dto';

type Opening = Omit<Listed, 'subscription'>;

const toShown = (
  { id, name, channel, filter, payload = 'thin', ...rest }: Subscription,
  { openedAt, confirmedBy, pausedBecause, trouble }: Opening,
): Plain<SubscriptionDto> => {
  const { startsAfter, state, revision, target, desk, pausedUntil } = rest;
  const cadence = GATHERING.has(channel) ? (rest.cadence ?? USUAL_CADENCE) : undefined;
  return {
    ...{ id, name, channel, filter, payload, startsAfter, state, revision, openedAt },
    ...given({ target, desk, cadence, pausedBecause, pausedUntil, urgentMayBeHiddenBy: confirmedBy }),
    ...(trouble ? { trouble: toShownTrouble(trouble) } : {}),
  };
};

type Shown = Plain<SubscriptionDto>;

function toShownTrouble({ at, ...trouble }: KnownTrouble): Plain<TroubleDto> {
  return { ...trouble, notedAt: at };
}

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
    @Inject(AUTHORITY_KEYS) private readonly keys: AuthorityKeys,
  ) {}

  async list({ authority }: Reader, withClosed: boolean): Promise<Plain<SubscriptionListDto>> {
    const found = await this.listed.wanted({ authority, withClosed });
    const shown = found.map(({ subscription, ...opening }) => toShown(subscription, opening));
    const held = await Promise.all(shown.map((each) => this.held(authority, each)));
    return { subscriptions: shown.map((each, at) => ({ ...each, ...held[at] })) };
  }

  async one(reader: Reader, id: string): Promise<Plain<OneSubscriptionDto>> {
    const recorded = await this.own(reader, id);
    const { known, openedAt } = recorded.folded;
    const { confirmedBy, pausedBecause, trouble } = known;
    const opening = { openedAt, ...given({ confirmedBy, pausedBecause, trouble }) };
    const secrets = signingAt(known.secrets, this.clock.now()).map(toSecret);
    const shown = toShown(await this.recorded.readable(recorded), opening);
    return {
      ...shown,
      ...(await this.held(reader.authority, shown)),
      ...(known.channel === 'webhook' ? { secrets } : {}),
    };
  }

  /** One that brings sealed details stands still while there is nothing to seal them to. */
  private async held(authority: string, { payload, state }: Shown): Promise<Pick<Shown, 'heldBecause'>> {
    if (payload !== 'sealed' || state === 'closed') return {};
    return (await this.keys.sealingKeyOf(authority)) ? {} : { heldBecause: 'no-usable-key' };
  }

  /** Throws the one 404 for a subscription of another authority as for one that does not exist. */
  async own({ authority }: Reader, id: string): Promise<RecordedSubscription> {
    const recorded = await this.recorded.recorded(id);
    if (recorded?.folded.known.authority !== authority) throw notFound();
    return recorded;
  }
}
