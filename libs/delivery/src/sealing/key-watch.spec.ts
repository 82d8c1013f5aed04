import { FixedClock } from '@ibex/adapters/memory';
import type { AuthorityKeys, Subscription, Subscriptions } from '@ibex/kernel';
import { Metrics } from '@ibex/runtime';
import { aSubscription } from '../../fixtures/dispatch';
import { KeyWatch } from './key-watch';

const subscriptions = (...all: readonly Partial<Subscription>[]): Subscriptions => ({
  find: () => Promise.resolve(undefined),
  open: () => Promise.resolve(all.map((change, at) => aSubscription({ id: `s-${at}`, ...change }))),
  passes: () => Promise.resolve(true),
});
const keys: AuthorityKeys = {
  sealingKeyOf: () => Promise.resolve(undefined),
  sealsUntil: (authority) => Promise.resolve(authority === 'E1' ? '2026-03-02T10:00:00.000Z' : undefined),
};

describe('the measure of keys', () => {
  it('shows how long those who want sealed details can get them, and 0 for whoever is held', async () => {
    const metrics = new Metrics();
    const wanting = subscriptions(
      { authority: 'E1', payload: 'sealed' },
      { authority: 'E1', payload: 'sealed' },
      { authority: 'E2', payload: 'sealed' },
      { authority: 'E3' },
      { authority: 'E4', payload: 'sealed', state: 'paused' },
    );
    new KeyWatch(metrics, wanting, new FixedClock('2026-03-02T09:00:00.000Z'), keys).onModuleInit();
    const lines = (await metrics.text()).split('\n').filter((line) => line.includes('seconds_left{'));
    expect(lines).toEqual([
      'ibex_sealing_key_seconds_left{authority="E1"} 3600',
      'ibex_sealing_key_seconds_left{authority="E2"} 0',
    ]);
  });

  it('is not there in a process that knows no keys', async () => {
    const metrics = new Metrics();
    const clock = new FixedClock('2026-03-02T09:00:00.000Z');
    new KeyWatch(metrics, subscriptions(), clock).onModuleInit();
    expect(await metrics.text()).not.toContain('ibex_sealing_key');
  });
});
