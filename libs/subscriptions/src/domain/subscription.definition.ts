import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { SubscriptionFact } from './subscription.events';
import { SUBSCRIPTION_REFUSALS } from './subscription.refusals';

const own = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  title,
  personal,
  tells: { internal: 'the authority’s own subscription' },
});
const WORDS = ['name', 'target'] as const;

/** Subscriptions concern no child and are told to nobody: they say how their own authority wants to be told. */
export const subscriptionDefinition: NotificationDefinition<SubscriptionFact> = {
  name: 'subscription',
  title: 'Subscription',
  category: 'subscription',
  lane: 'standard',
  facts: {
    SubscriptionOpened: own('Subscription opened', WORDS),
    SubscriptionChanged: own('Subscription changed', WORDS),
    SubscriptionPaused: own('Subscription paused'),
    SubscriptionResumed: own('Subscription resumed'),
    SubscriptionClosed: own('Subscription closed'),
    SubscriptionTroubled: own('Receiver failing'),
    SubscriptionRecovered: own('Receiver well again'),
    WebhookSecretAdded: own('Signing secret added', ['secret']),
    WebhookSecretRetired: own('Signing secret retired'),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [...WORDS, 'secret'],
  refusals: SUBSCRIPTION_REFUSALS,
};
