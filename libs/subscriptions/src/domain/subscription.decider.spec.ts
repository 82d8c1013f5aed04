import { given } from '@ibex/testing';
import type { OpenSubscription } from './subscription.commands';
import { subscriptionDecider } from './subscription.decider';
import { subscriptionDefinition } from './subscription.definition';
import type { SubscriptionFact, SubscriptionOpened } from './subscription.events';
import { SUBSCRIPTION_REFUSALS } from './subscription.refusals';

const NOW = '2026-03-02T09:00:00.000Z';
const CROYDON = 'E09000008';
const KENT = 'E10000016';
const person = { person: 'person-1', role: 'duty-desk' };
const system = { person: 'client-1', role: 'system-client' };
const by = CROYDON;
const subscription = given(subscriptionDecider, NOW);

const open = (change: Partial<OpenSubscription['data']> = {}): OpenSubscription => ({
  type: 'OpenSubscription',
  data: { by, channel: 'pull-feed', nameDigest: 'n-1', startsAfter: 7, ...change },
  personal: { name: 'Feed' },
});
const opened = (change: Partial<SubscriptionOpened['data']> = {}): SubscriptionOpened => ({
  type: 'SubscriptionOpened',
  data: { by, channel: 'pull-feed', nameDigest: 'n-1', startsAfter: 7, filter: {}, ...change },
  personal: { name: 'Feed' },
});
const paused = { type: 'SubscriptionPaused', data: { by } } as const;
const closed = { type: 'SubscriptionClosed', data: { by } } as const;
const change = (data: object, personal = {}) =>
  ({ type: 'ChangeSubscription', data: { by, ...data }, personal }) as const;
const others = [
  'ChangeSubscription',
  'PauseSubscription',
  'ResumeSubscription',
  'CloseSubscription',
] as const;

describe('opening a subscription', () => {
  it('records what is wanted, the name apart from the open part', () => {
    subscription().when(open()).then(opened());
  });

  it('writes the same wish always the same way', () => {
    subscription()
      .when(open({ filter: { urgencies: ['urgent', 'prompt', 'urgent'] } }))
      .then(opened({ filter: { urgencies: ['prompt', 'urgent'] } }));
  });

  it('records a webhook’s first secret beside it', () => {
    const secret = { secretId: 's-1', scheme: 'hmac-sha256' } as const;
    const { personal } = open();
    const webhook = open({ channel: 'webhook', targetDigest: 't-1', secret });
    const words = { ...personal, target: 'https://a.gov.uk/' };
    subscription()
      .when({ ...webhook, personal: { ...words, secret: 'whsec_x' } })
      .then(
        { ...opened({ channel: 'webhook', targetDigest: 't-1' }), personal: words },
        { type: 'WebhookSecretAdded', data: { by, ...secret }, personal: { secret: 'whsec_x' } },
      );
  });

  it.each(['webhook', 'email-digest', 'file-drop'] as const)('needs a target for %s', (channel) => {
    subscription().when(open({ channel })).refused('subscription/target-needed');
  });

  it.each(['bus', 'pull-feed', 'event-stream'] as const)('takes no target for %s', (channel) => {
    subscription()
      .when(open({ channel, targetDigest: 't-1' }))
      .refused('subscription/target-not-for-this-channel');
  });

  it('brings sealed details by webhook, and thin is not worth a word', () => {
    const webhook = { channel: 'webhook', targetDigest: 't-1' } as const;
    subscription()
      .when(open({ ...webhook, payload: 'sealed' }))
      .then(opened({ ...webhook, payload: 'sealed' }));
    subscription()
      .when(open({ ...webhook, payload: 'thin' }))
      .then(opened(webhook));
  });

  it.each(['bus', 'pull-feed', 'event-stream'] as const)('brings nothing sealed to %s', (channel) => {
    subscription()
      .when(open({ channel, payload: 'sealed' }))
      .refused('subscription/sealed-not-for-this-channel');
    subscription()
      .when(open({ channel, payload: 'thin' }))
      .then(opened({ channel }));
  });

  it('turns sealed and thin again, and says so where nothing changes', () => {
    const particulars = { nameDigest: 'n-1', targetDigest: 't-1', filter: {} };
    const before = opened({ channel: 'webhook', ...particulars });
    const data = { by, changed: ['payload'], ...particulars } as const;
    const sealed = {
      type: 'SubscriptionChanged',
      data: { ...data, payload: 'sealed' },
      personal: {},
    } as const;
    subscription(before)
      .when(change({ payload: 'sealed' }))
      .then(sealed);
    subscription(before)
      .when(change({ payload: 'thin' }))
      .refused('subscription/nothing-changed');
    subscription(before, sealed)
      .when(change({ payload: 'thin' }))
      .then({ type: 'SubscriptionChanged', data, personal: {} });
    subscription(before, sealed)
      .when(change({ desk: 'night' }))
      .then({
        type: 'SubscriptionChanged',
        data: { ...sealed.data, changed: ['desk'], desk: 'night' },
        personal: {},
      });
    subscription(opened())
      .when(change({ payload: 'sealed' }))
      .refused('subscription/sealed-not-for-this-channel');
  });

  it('does not narrow the bus', () => {
    subscription()
      .when(open({ channel: 'bus', filter: { urgencies: ['urgent'] } }))
      .refused('subscription/filter-not-for-this-channel');
    subscription()
      .when(open({ channel: 'bus', filter: {} }))
      .then(opened({ channel: 'bus' }));
  });

  it('happens once', () => {
    subscription(opened()).when(open()).refused('subscription/already-open');
  });
});

describe('a filter that could hide an urgent notice', () => {
  const filter = { types: ['move'] };

  it('needs a person who says so', () => {
    subscription().when(open({ filter })).refused('subscription/person-must-confirm');
    subscription()
      .when(open({ filter, confirmation: system }))
      .refused('subscription/person-must-confirm');
  });

  it('goes on record with that person', () => {
    subscription()
      .when(open({ filter, confirmation: person }))
      .then(opened({ filter, confirmedBy: person }));
  });

  it('needs the person again when it becomes another one, and not when something else changes', () => {
    const before = opened({ filter, confirmedBy: person });
    const other = { ...person, person: 'person-2' };
    subscription(before)
      .when(change({ filter: { types: ['move', 'missing'] } }))
      .refused('subscription/person-must-confirm');
    subscription(before)
      .when(change({ filter: { types: ['missing'] }, confirmation: other }))
      .then({
        type: 'SubscriptionChanged',
        data: {
          by,
          changed: ['filter'],
          nameDigest: 'n-1',
          filter: { types: ['missing'] },
          confirmedBy: other,
        },
        personal: {},
      });
    subscription(before)
      .when(change({ desk: 'night' }))
      .then({
        type: 'SubscriptionChanged',
        data: { by, changed: ['desk'], nameDigest: 'n-1', desk: 'night', filter, confirmedBy: person },
        personal: {},
      });
  });

  it('leaves nobody on record once it can hide nothing any more', () => {
    subscription(opened({ filter, confirmedBy: person }))
      .when(change({ filter: {}, confirmation: person }))
      .then({
        type: 'SubscriptionChanged',
        data: { by, changed: ['filter'], nameDigest: 'n-1', filter: {} },
        personal: {},
      });
  });
});

describe('changing a subscription', () => {
  it('keeps what is not told, and seals only what changed', () => {
    const before = opened({ channel: 'webhook', targetDigest: 't-1', desk: 'day' });
    subscription(before)
      .when(change({ nameDigest: 'n-1', targetDigest: 't-2' }, { name: 'Feed', target: 'https://b.gov.uk/' }))
      .then({
        type: 'SubscriptionChanged',
        data: { by, changed: ['target'], nameDigest: 'n-1', targetDigest: 't-2', desk: 'day', filter: {} },
        personal: { target: 'https://b.gov.uk/' },
      });
  });

  it.each([
    [{}],
    [{ nameDigest: 'n-1' }],
    [{ desk: 'day' }],
    [{ filter: { urgencies: ['urgent', 'prompt'] } }],
  ])('is refused where nothing would change: %j', (data) => {
    const before = opened({ desk: 'day', filter: { urgencies: ['prompt', 'urgent'] } });
    subscription(before).when(change(data)).refused('subscription/nothing-changed');
  });

  it('gives no target to a channel that takes none', () => {
    subscription(opened())
      .when(change({ targetDigest: 't-1' }))
      .refused('subscription/target-not-for-this-channel');
  });
});

describe('the course of a subscription', () => {
  it('is paused once, with the reason, and resumed once', () => {
    const pause = { type: 'PauseSubscription', data: { by, because: 'maintenance' } } as const;
    const resume = { type: 'ResumeSubscription', data: { by } } as const;
    subscription(opened())
      .when(pause)
      .then({ type: 'SubscriptionPaused', data: { by, because: 'maintenance' } });
    subscription(opened(), paused).when(pause).refused('subscription/already-paused');
    subscription(opened(), paused).when(resume).then({ type: 'SubscriptionResumed', data: { by } });
    subscription(opened()).when(resume).refused('subscription/not-paused');
  });

  it.each(others)('after its end refuses %s', (type) => {
    subscription(opened(), closed).when({ type, data: { by } }).refused('subscription/closed');
  });

  it.each(others)('is not known to another authority: %s', (type) => {
    subscription(opened())
      .when({ type, data: { by: KENT } })
      .refused('subscription/not-known');
    subscription(opened(), closed)
      .when({ type, data: { by: KENT } })
      .refused('subscription/not-known');
    subscription().when({ type, data: { by } }).refused('subscription/not-known');
  });

  it('remembers why it is paused, through changes, until it is resumed', () => {
    const stateAfter = (...facts: readonly SubscriptionFact[]) =>
      facts.reduce(
        (state, fact) => subscriptionDecider.evolve(state, fact),
        subscriptionDecider.initialState,
      );
    const gone = { type: 'SubscriptionPaused', data: { by, because: 'receiver-gone' } } as const;
    const changed = {
      type: 'SubscriptionChanged',
      data: { by, changed: ['desk'], desk: 'night', nameDigest: 'n-1', filter: {} },
    } as const;
    expect(stateAfter(opened(), gone, changed)).toMatchObject({
      phase: 'paused',
      pausedBecause: 'receiver-gone',
      desk: 'night',
    });
    const resumed = stateAfter(opened(), gone, changed, { type: 'SubscriptionResumed', data: { by } });
    expect(resumed).toMatchObject({ phase: 'live', desk: 'night' });
    expect(resumed).not.toHaveProperty('pausedBecause');
  });
});

describe('the definition of subscriptions', () => {
  it('names every personal field of its facts, and tells nobody outside', () => {
    const facts = Object.entries(subscriptionDefinition.facts);
    expect(Object.fromEntries(facts.map(([type, { personal }]) => [type, personal]))).toEqual({
      SubscriptionOpened: ['name', 'target'],
      SubscriptionChanged: ['name', 'target'],
      SubscriptionPaused: [],
      SubscriptionResumed: [],
      SubscriptionClosed: [],
      SubscriptionTroubled: [],
      SubscriptionRecovered: [],
      WebhookSecretAdded: ['secret'],
      WebhookSecretRetired: [],
    });
    expect(facts.filter(([, { tells }]) => 'message' in tells)).toEqual([]);
  });

  it('begins every refusal with its own name', () => {
    expect(SUBSCRIPTION_REFUSALS.filter((code) => !code.startsWith('subscription/'))).toEqual([]);
    expect(subscriptionDefinition.refusals).toEqual(SUBSCRIPTION_REFUSALS);
  });
});
