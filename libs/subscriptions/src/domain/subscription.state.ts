import { never } from '@ibex/kernel';
import type { ChannelKind, Instant } from '@ibex/kernel';
import type { SecretOffered } from './subscription.commands';
import type { Particulars, SubscriptionFact } from './subscription.events';

/** `signsUntil`: absent while nothing has taken its place. */
export type KnownSecret = SecretOffered & Readonly<{ signsUntil?: Instant }>;

export type KnownSubscription = Particulars &
  Readonly<{
    phase: 'live' | 'paused' | 'closed';
    authority: string;
    channel: ChannelKind;
    startsAfter: number;
    /** In the order of their making. */
    secrets: readonly KnownSecret[];
  }>;
export type SubscriptionState = Readonly<{ phase: 'none' }> | KnownSubscription;

export const NOT_OPENED: SubscriptionState = { phase: 'none' };

/** The secrets that sign at an instant, the newest first. */
export const signingAt = (secrets: readonly KnownSecret[], now: Instant): readonly KnownSecret[] =>
  secrets.filter(({ signsUntil }) => signsUntil === undefined || signsUntil > now).reverse();

const particularsOf = (data: Particulars): Particulars => {
  const { filter, desk, nameDigest, targetDigest, confirmedBy } = data;
  return {
    filter,
    nameDigest,
    ...(desk === undefined ? {} : { desk }),
    ...(targetDigest === undefined ? {} : { targetDigest }),
    ...(confirmedBy === undefined ? {} : { confirmedBy }),
  };
};

const evolveKnown = (
  state: KnownSubscription,
  fact: Exclude<SubscriptionFact, { type: 'SubscriptionOpened' }>,
): KnownSubscription => {
  const { phase, authority, channel, startsAfter, secrets } = state;
  switch (fact.type) {
    case 'SubscriptionChanged':
      return { phase, authority, channel, startsAfter, secrets, ...particularsOf(fact.data) };
    case 'SubscriptionPaused':
      return { ...state, phase: 'paused' };
    case 'SubscriptionResumed':
      return { ...state, phase: 'live' };
    case 'SubscriptionClosed':
      return { ...state, phase: 'closed' };
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

const secretOf = ({ secretId, scheme, publicKey }: SecretOffered): KnownSecret => ({
  secretId,
  scheme,
  ...(publicKey === undefined ? {} : { publicKey }),
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
