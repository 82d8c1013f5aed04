import { accept, addHours } from '@ibex/kernel';
import type { Decision, Instant } from '@ibex/kernel';
import type { RotateSecret } from './subscription.commands';
import type { SubscriptionFact, WebhookSecretRetired } from './subscription.events';
import { refused } from './subscription.refusals';
import type { SubscriptionRefusal } from './subscription.refusals';
import { signingAt } from './subscription.state';
import type { KnownSecret, KnownSubscription } from './subscription.state';

/** More would only make the header of every message longer. */
export const MOST_SIGNING = 3;

const earlierOf = (one: Instant, other: Instant | undefined): Instant =>
  other !== undefined && other < one ? other : one;

const retirement = (by: string, { secretId }: KnownSecret, signsUntil: Instant): WebhookSecretRetired => ({
  type: 'WebhookSecretRetired',
  data: { by, secretId, signsUntil },
});

/** A new secret; those before it sign for the overlap and then no more, and none of them longer than it would have. */
export const decideRotation = (
  { data, personal }: RotateSecret,
  state: KnownSubscription,
  now: Instant,
): Decision<SubscriptionFact, SubscriptionRefusal> => {
  if (state.channel !== 'webhook') return refused('subscription/secrets-not-for-this-channel');
  const signing = signingAt(state.secrets, now);
  if (data.overlapHours > 0 && signing.length >= MOST_SIGNING)
    return refused('subscription/too-many-secrets');
  const overlapEnds = addHours(now, data.overlapHours);
  const retired = signing
    .filter(({ signsUntil }) => earlierOf(overlapEnds, signsUntil) !== signsUntil)
    .map((secret) => retirement(data.by, secret, overlapEnds));
  const added = { type: 'WebhookSecretAdded', data: { by: data.by, ...data.secret } } as const;
  return accept<SubscriptionFact>(personal === undefined ? added : { ...added, personal }, ...retired);
};
