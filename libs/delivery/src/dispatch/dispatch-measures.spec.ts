import { FixedClock, MemoryMailbox } from '@ibex/adapters/memory';
import { Metrics } from '@ibex/runtime';
import { CROYDON, someEntries } from '../../fixtures/relay';
import { DispatchMeasures } from './dispatch-measures';
import type { MeasuredFeed } from './feed.ports';

const state = (change: Partial<MeasuredFeed>): MeasuredFeed => ({
  ...{ subscriptionId: 's-1', authority: CROYDON, settledUpTo: 0, waiting: 0, phase: 'well' },
  ...{ channel: 'webhook' },
  ...change,
});

describe('what is measured of subscriptions', () => {
  it('is by channel and state, and names none of them', async () => {
    const clock = new FixedClock('2026-03-02T09:00:00.000Z');
    const mailbox = new MemoryMailbox(clock);
    await mailbox.deliver('router', someEntries(3), 0);
    clock.set('2026-03-02T09:02:00.000Z');
    const metrics = new Metrics();
    const failing = { reason: 'webhook/timed-out', attempts: 4, forMs: 90_000 };
    const states = [
      state({}),
      state({ subscriptionId: 's-2', waiting: 2, settledUpTo: 1, phase: 'failing', failing }),
      state({ subscriptionId: 's-3', waiting: 5, settledUpTo: 9, phase: 'failing' }),
      state({ subscriptionId: 's-4', channel: 'email-digest', waiting: 1, phase: 'gone' }),
    ];
    new DispatchMeasures({ measured: () => states }, metrics, mailbox, clock).onModuleInit();
    const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('ibex_subscription'));
    expect(lines).toEqual([
      'ibex_subscriptions{channel="webhook",state="well"} 1',
      'ibex_subscriptions{channel="webhook",state="failing"} 2',
      'ibex_subscriptions{channel="email-digest",state="gone"} 1',
      'ibex_subscription_waiting_entries{channel="webhook"} 7',
      'ibex_subscription_waiting_entries{channel="email-digest"} 1',
      'ibex_subscription_failing_seconds{channel="webhook"} 90',
      'ibex_subscription_failing_seconds{channel="email-digest"} 0',
      'ibex_subscription_oldest_seconds{channel="webhook"} 120',
      'ibex_subscription_oldest_seconds{channel="email-digest"} 120',
    ]);
  });
});
