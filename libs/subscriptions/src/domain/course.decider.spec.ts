import { given } from '@ibex/testing';
import { subscriptionDecider } from './subscription.decider';
import type { SubscriptionFact, SubscriptionOpened } from './subscription.events';

const NOW = '2026-03-02T09:00:00.000Z';
const by = 'E09000008';
const subscription = given(subscriptionDecider, NOW);
const person = { person: 'person-1', role: 'duty-desk' };
const system = { person: 'client-1', role: 'system-client' };

const opened: SubscriptionOpened = {
  type: 'SubscriptionOpened',
  data: { by, channel: 'pull-feed', nameDigest: 'n-1', startsAfter: 7, filter: {}, desk: 'day' },
};
const pausedUntil = (until: string): SubscriptionFact => ({
  type: 'SubscriptionPaused',
  data: { by, until },
});
const gone: SubscriptionFact = { type: 'SubscriptionPaused', data: { by, because: 'receiver-gone' } };
const pause = (data: object) => ({ type: 'PauseSubscription', data: { by, ...data } }) as const;
const trouble = { since: '2026-03-01T07:00:00.000Z', reason: 'webhook/timed-out', attempts: 19, waiting: 4 };
const troubled = (at: string): SubscriptionFact => ({
  type: 'SubscriptionTroubled',
  data: { by, ...trouble, at },
});
const report = { type: 'ReportTrouble', data: { by, ...trouble, againAfterHours: 24 } } as const;
const recover = { type: 'RecordRecovery', data: { by } } as const;
const endPause = { type: 'EndPause', data: { by } } as const;

describe('a pause', () => {
  it('ends by itself after so many hours', () => {
    subscription(opened)
      .when(pause({ forHours: 24, because: 'maintenance' }))
      .then({
        type: 'SubscriptionPaused',
        data: { by, because: 'maintenance', until: '2026-03-03T09:00:00.000Z' },
      });
  });

  it('of more than a day needs a person who says so, and goes on record with that person', () => {
    const long = { forHours: 25 };
    const refused = 'subscription/person-must-confirm-pause';
    subscription(opened).when(pause(long)).refused(refused);
    subscription(opened)
      .when(pause({ ...long, confirmation: system }))
      .refused(refused);
    subscription(opened)
      .when(pause({ ...long, confirmation: person }))
      .then({
        type: 'SubscriptionPaused',
        data: { by, until: '2026-03-03T10:00:00.000Z', confirmedBy: person },
      });
  });

  it('names nobody where nobody was needed', () => {
    subscription(opened)
      .when(pause({ forHours: 1, confirmation: person }))
      .then({ type: 'SubscriptionPaused', data: { by, until: '2026-03-02T10:00:00.000Z' } });
  });

  it('is ended when its time is over, once, and not before', () => {
    const resumed: SubscriptionFact = { type: 'SubscriptionResumed', data: { by, because: 'time-over' } };
    subscription(opened, pausedUntil(NOW)).when(endPause).then(resumed);
    subscription(opened, pausedUntil('2026-03-02T09:00:00.001Z')).when(endPause).then();
    subscription(opened, pausedUntil(NOW), resumed).when(endPause).then();
    subscription(opened, gone).when(endPause).then();
  });
});

describe('a receiver in trouble', () => {
  const noted: SubscriptionFact = troubled(NOW);

  it('is put on record once a day, however many say so', () => {
    subscription(opened).when(report).then(noted);
    subscription(opened, troubled('2026-03-01T09:00:00.001Z')).when(report).then();
    subscription(opened, troubled('2026-03-01T09:00:00.000Z')).when(report).then(noted);
  });

  it('is not in trouble while its authority has it paused; one that is gone is', () => {
    subscription(opened, pausedUntil('2026-03-03T09:00:00.000Z')).when(report).then();
    subscription(opened, gone).when(report).then(noted);
  });

  it('is well again once, and may be in trouble anew', () => {
    const recovered: SubscriptionFact = { type: 'SubscriptionRecovered', data: { by, since: trouble.since } };
    subscription(opened).when(recover).then();
    subscription(opened, troubled(NOW)).when(recover).then(recovered);
    subscription(opened, troubled(NOW), recovered).when(recover).then();
    subscription(opened, troubled(NOW), recovered).when(report).then(noted);
  });

  it('stays so through changes, pauses and resuming, until it is well or closed', () => {
    const changed: SubscriptionFact = {
      type: 'SubscriptionChanged',
      data: { by, changed: ['desk'], nameDigest: 'n-1', filter: {} },
    };
    const resumed: SubscriptionFact = { type: 'SubscriptionResumed', data: { by } };
    const stateAfter = (...facts: readonly SubscriptionFact[]) =>
      facts.reduce(
        (state, fact) => subscriptionDecider.evolve(state, fact),
        subscriptionDecider.initialState,
      );
    expect(stateAfter(opened, noted, changed, gone, resumed)).toMatchObject({
      phase: 'live',
      trouble: { ...trouble, at: NOW },
    });
    const closed: SubscriptionFact = { type: 'SubscriptionClosed', data: { by } };
    expect(stateAfter(opened, noted, closed)).not.toHaveProperty('trouble');
  });
});

describe('a subscription among many', () => {
  const open = (room: object) =>
    ({
      type: 'OpenSubscription',
      data: { ...opened.data, room },
      personal: { name: 'Feed' },
    }) as Parameters<typeof subscriptionDecider.decide>[0];

  it('is refused when its authority has as many as it may have', () => {
    subscription()
      .when(open({ open: 50, most: 50 }))
      .refused('subscription/too-many');
    subscription()
      .when(open({ open: 49, most: 50 }))
      .then({ ...opened, personal: { name: 'Feed' } });
  });
});

describe('the desk of a subscription', () => {
  const without = { type: 'ChangeSubscription', data: { by, withoutDesk: true } } as const;

  it('can be taken off, once', () => {
    const changed: SubscriptionFact = {
      type: 'SubscriptionChanged',
      data: { by, changed: ['desk'], nameDigest: 'n-1', filter: {} },
      personal: {},
    };
    subscription(opened).when(without).then(changed);
    subscription(opened, changed).when(without).refused('subscription/nothing-changed');
  });
});
