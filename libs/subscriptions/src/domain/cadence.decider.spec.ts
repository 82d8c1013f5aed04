import { given } from '@ibex/testing';
import type { OpenSubscription } from './subscription.commands';
import { subscriptionDecider } from './subscription.decider';
import type { SubscriptionOpened } from './subscription.events';

const by = 'E09000008';
const subscription = given(subscriptionDecider, '2026-03-02T09:00:00.000Z');
const hourly = { every: 'hour' } as const;
const atSix = { every: 'day', hour: 6 } as const;
const mail = { by, channel: 'email-digest', nameDigest: 'n-1', targetDigest: 't-1', startsAfter: 0 } as const;

const open = (change: Partial<OpenSubscription['data']> = {}): OpenSubscription => ({
  type: 'OpenSubscription',
  data: { ...mail, ...change },
  personal: { name: 'Digest' },
});
const opened = (change: Partial<SubscriptionOpened['data']> = {}): SubscriptionOpened => ({
  type: 'SubscriptionOpened',
  data: { ...mail, filter: {}, ...change },
  personal: { name: 'Digest' },
});
const change = (data: object) =>
  ({ type: 'ChangeSubscription', data: { by, ...data }, personal: {} }) as const;

describe('how often a digest or a file is brought out', () => {
  it.each(['email-digest', 'file-drop'] as const)('is for the authority to say: %s', (channel) => {
    subscription()
      .when(open({ channel, cadence: atSix }))
      .then(opened({ channel, cadence: atSix }));
  });

  it.each(['webhook', 'pull-feed', 'event-stream', 'bus'] as const)('is nothing to say of %s', (channel) => {
    const data = channel === 'webhook' ? { channel } : { channel, targetDigest: undefined };
    const { targetDigest, ...rest } = { ...mail, ...data };
    const wish = { ...rest, ...(targetDigest === undefined ? {} : { targetDigest }), cadence: hourly };
    subscription()
      .when({ type: 'OpenSubscription', data: wish, personal: { name: 'x' } })
      .refused('subscription/cadence-not-for-this-channel');
  });

  it('can be changed, and stays when something else is', () => {
    const { nameDigest, targetDigest } = mail;
    const kept = { nameDigest, targetDigest, filter: {} };
    const data = { by, ...kept, changed: ['cadence'], cadence: hourly } as const;
    subscription(opened())
      .when(change({ cadence: hourly }))
      .then({ type: 'SubscriptionChanged', data, personal: {} });
    subscription(opened({ cadence: atSix }))
      .when(change({ desk: 'night' }))
      .then({
        type: 'SubscriptionChanged',
        data: { by, ...kept, changed: ['desk'], cadence: atSix, desk: 'night' },
        personal: {},
      });
  });

  it('is not changed to what it is', () => {
    subscription(opened())
      .when(change({ cadence: { every: 'day', hour: 7 } }))
      .refused('subscription/nothing-changed');
    subscription(opened({ cadence: hourly }))
      .when(change({ cadence: hourly }))
      .refused('subscription/nothing-changed');
  });
});
