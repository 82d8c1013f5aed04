import { given } from '@ibex/testing';
import { subscriptionDecider } from './subscription.decider';
import type { SubscriptionFact, SubscriptionOpened } from './subscription.events';
import { signingAt } from './subscription.state';

const NOW = '2026-03-02T09:00:00.000Z';
const by = 'E09000008';
const subscription = given(subscriptionDecider, NOW);

const opened = (channel: 'webhook' | 'pull-feed' = 'webhook'): SubscriptionOpened => ({
  type: 'SubscriptionOpened',
  data: { by, channel, nameDigest: 'n-1', targetDigest: 't-1', startsAfter: 0, filter: {} },
});
const offered = (secretId: string) => ({ secretId, scheme: 'hmac-sha256' }) as const;
const added = (secretId: string): SubscriptionFact => ({
  type: 'WebhookSecretAdded',
  data: { by, ...offered(secretId) },
  personal: { secret: `whsec_${secretId}` },
});
const retired = (secretId: string, signsUntil: string): SubscriptionFact => ({
  type: 'WebhookSecretRetired',
  data: { by, secretId, signsUntil },
});
const rotate = (secretId: string, overlapHours: number) =>
  ({
    type: 'RotateSecret',
    data: { by, overlapHours, secret: offered(secretId) },
    personal: { secret: `whsec_${secretId}` },
  }) as const;

describe('rotating a webhook’s secret', () => {
  it('lets the one before it sign for the overlap', () => {
    subscription(opened(), added('a'))
      .when(rotate('b', 24))
      .then(added('b'), retired('a', '2026-03-03T09:00:00.000Z'));
  });

  it('ends all others at once where no overlap is wanted', () => {
    subscription(opened(), added('a'), added('b'), retired('a', '2026-03-02T20:00:00.000Z'))
      .when(rotate('c', 0))
      .then(added('c'), retired('b', NOW), retired('a', NOW));
  });

  it('never lets a secret sign for longer than was said before', () => {
    subscription(opened(), added('a'), added('b'), retired('a', '2026-03-02T10:00:00.000Z'))
      .when(rotate('c', 24))
      .then(added('c'), retired('b', '2026-03-03T09:00:00.000Z'));
  });

  it('refuses a fourth that signs at the same time, and takes it where the others end', () => {
    const later = '2026-03-02T20:00:00.000Z';
    const three = [added('a'), added('b'), added('c'), retired('a', later), retired('b', later)];
    subscription(opened(), ...three)
      .when(rotate('d', 1))
      .refused('subscription/too-many-secrets');
    subscription(opened(), ...three)
      .when(rotate('d', 0))
      .then(added('d'), retired('c', NOW), retired('b', NOW), retired('a', NOW));
  });

  it('is for a webhook alone', () => {
    subscription(opened('pull-feed'))
      .when(rotate('a', 0))
      .refused('subscription/secrets-not-for-this-channel');
  });

  it('is for its own authority alone', () => {
    const foreign = rotate('b', 0);
    subscription(opened(), added('a'))
      .when({ ...foreign, data: { ...foreign.data, by: 'E10000016' } })
      .refused('subscription/not-known');
  });
});

describe('what signs', () => {
  it('is the newest first, and nothing from the moment at which it ends', () => {
    const [a, b] = [{ ...offered('a'), signsUntil: '2026-03-02T10:00:00.000Z' }, offered('b')];
    const signing = (now: string) => signingAt([a, b], now).map(({ secretId }) => secretId);
    expect(signing('2026-03-02T09:59:59.999Z')).toEqual(['b', 'a']);
    expect(signing('2026-03-02T10:00:00.000Z')).toEqual(['b']);
  });
});
