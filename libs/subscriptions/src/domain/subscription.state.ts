import { never } from '@ibex/kernel';
import type { ChannelKind, Instant } from '@ibex/kernel';
import { given } from '../given';
import type { SecretOffered } from './subscription.commands';
import type { Particulars, PausedBecause, SubscriptionFact } from './subscription.events';

/** `signsUntil`: absent while nothing has taken its place. */
export type KnownSecret = SecretOffered & Readonly<{ signsUntil?: Instant }>;

export type KnownSubscription = Particulars &
  Readonly<{
    phase: 'live' | 'paused' | 'closed';
    authority: string;
    channel: ChannelKind;
    startsAfter: number;
    /** While it is paused, where it was said. */
    pausedBecause?: PausedBecause;
    /** In the order of their making. */
    secrets: readonly KnownSecret[];
  }>;
export type SubscriptionState = Readonly<{ phase: 'none' }> | KnownSubscription;

export const NOT_OPENED: SubscriptionState = { phase: 'none' };

/** The secrets that sign at an instant, the newest first. */
export const signingAt = (secrets: readonly KnownSecret[], now: Instant): readonly KnownSecret[] =>
  secrets.filter(({ signsUntil }) => signsUntil === undefined || signsUntil > now).reverse();

const particularsOf = (data: Particulars): Particulars => {
  const { filter, payload, desk, nameDigest, targetDigest, confirmedBy } = data;
  return { filter, nameDigest, ...given({ payload, desk, targetDigest, confirmedBy }) };
};

const evolveKnown = (
  state: KnownSubscription,
  fact: Exclude<SubscriptionFact, { type: 'SubscriptionOpened' }>,
): KnownSubscription => {
  const { authority, channel, startsAfter, secrets } = state;
  switch (fact.type) {
    case 'SubscriptionChanged':
      return {
        ...{ phase: state.phase, authority, channel, startsAfter, secrets },
        ...given({ pausedBecause: state.pausedBecause }),
        ...particularsOf(fact.data),
      };
    case 'SubscriptionPaused':
      return { ...state, phase: 'paused', ...given({ pausedBecause: fact.data.because }) };
    case 'SubscriptionResumed':
      return unpaused(state, 'live');
    case 'SubscriptionClosed':
      return unpaused(state, 'closed');
    case 'WebhookSecretAdded':
      return { ...state, secrets: [...secrets, secretOf(fact.data)] };
    case 'WebhookSecretRetired': {
      const { secretId, signsUntil } = fact.data;
      const retired = secrets.map((each) => (each.secretId === secretId ? { ...each, signsUntil } : each));
      return { ...state, secrets: retired };
    }
    default:
      return never(fact);
  }
};

const unpaused = (state: KnownSubscription, phase: KnownSubscription['phase']): KnownSubscription => {
  const { authority, channel, startsAfter, secrets } = state;
  return { phase, authority, channel, startsAfter, secrets, ...particularsOf(state) };
};

const secretOf = ({ secretId, scheme, publicKey }: SecretOffered): KnownSecret => ({
  secretId,
  scheme,
  ...given({ publicKey }),
});

/** What a fact makes of a subscription. Pure; never refuses. */
export const evolve = (state: SubscriptionState, fact: SubscriptionFact): SubscriptionState => {
  if (fact.type !== 'SubscriptionOpened') {
    return state.phase === 'none' ? state : evolveKnown(state, fact);
  }
  const { by, channel, startsAfter } = fact.data;
  return {
    phase: 'live',
    authority: by,
    channel,
    startsAfter,
    secrets: [],
    ...particularsOf(fact.data),
  };
};
