import { never } from '@ibex/kernel';
import type { ChannelKind, EndpointTrouble, Instant } from '@ibex/kernel';
import { given } from '../given';
import type { SecretOffered } from './subscription.commands';
import { isSecretFact, isTroubleFact } from './subscription.events';
import type {
  Particulars,
  PausedBecause,
  SecretFact,
  SubscriptionFact,
  SubscriptionTroubled,
} from './subscription.events';

/** `signsUntil`: absent while nothing has taken its place. */
export type KnownSecret = SecretOffered & Readonly<{ signsUntil?: Instant }>;

/** `at`: when it was last noted. */
export type KnownTrouble = EndpointTrouble & Readonly<{ at: Instant }>;

export type KnownSubscription = Particulars &
  Readonly<{
    phase: 'live' | 'paused' | 'closed';
    authority: string;
    channel: ChannelKind;
    startsAfter: number;
    /** While it is paused, where it was said. */
    pausedBecause?: PausedBecause;
    pausedUntil?: Instant;
    trouble?: KnownTrouble;
    /** In the order of their making. */
    secrets: readonly KnownSecret[];
  }>;
export type SubscriptionState = Readonly<{ phase: 'none' }> | KnownSubscription;

export const NOT_OPENED: SubscriptionState = { phase: 'none' };

/** The secrets that sign at an instant, the newest first. */
export const signingAt = (secrets: readonly KnownSecret[], now: Instant): readonly KnownSecret[] =>
  secrets.filter(({ signsUntil }) => signsUntil === undefined || signsUntil > now).reverse();

const particularsOf = (data: Particulars): Particulars => {
  const { filter, payload, cadence, desk, nameDigest, targetDigest, confirmedBy } = data;
  return { filter, nameDigest, ...given({ payload, cadence, desk, targetDigest, confirmedBy }) };
};

const evolveKnown = (
  state: KnownSubscription,
  fact: Exclude<SubscriptionFact, { type: 'SubscriptionOpened' }>,
): KnownSubscription => {
  const { phase, secrets, trouble, pausedBecause, pausedUntil } = state;
  if (isSecretFact(fact)) return { ...state, secrets: secretsAfter(secrets, fact) };
  if (isTroubleFact(fact)) {
    const now = fact.type === 'SubscriptionTroubled' ? troubleOf(fact.data) : undefined;
    return { ...bare(state, phase), ...given({ pausedBecause, pausedUntil, trouble: now }) };
  }
  switch (fact.type) {
    case 'SubscriptionChanged':
      return {
        ...bare(state, phase, fact.data),
        ...given({ pausedBecause, pausedUntil, trouble }),
      };
    case 'SubscriptionPaused': {
      const paused = given({ pausedBecause: fact.data.because, pausedUntil: fact.data.until, trouble });
      return { ...bare(state, 'paused'), ...paused };
    }
    case 'SubscriptionResumed':
      return { ...bare(state, 'live'), ...given({ trouble }) };
    case 'SubscriptionClosed':
      return bare(state, 'closed');
    default:
      return never(fact);
  }
};

const secretsAfter = (secrets: readonly KnownSecret[], fact: SecretFact): readonly KnownSecret[] => {
  if (fact.type === 'WebhookSecretAdded') return [...secrets, secretOf(fact.data)];
  const { secretId, signsUntil } = fact.data;
  return secrets.map((each) => (each.secretId === secretId ? { ...each, signsUntil } : each));
};

export const troubleOf = ({
  since,
  reason,
  attempts,
  waiting,
  at,
}: SubscriptionTroubled['data']): KnownTrouble => ({
  ...{ since, reason, attempts, waiting, at },
});

/** Without what holds only for a time: a pause, a trouble. */
const bare = (
  state: KnownSubscription,
  phase: KnownSubscription['phase'],
  particulars: Particulars = state,
): KnownSubscription => {
  const { authority, channel, startsAfter, secrets } = state;
  return { phase, authority, channel, startsAfter, secrets, ...particularsOf(particulars) };
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
