import { FixedClock } from '@ibex/adapters/memory';
import type { EndpointTrouble, Subscription } from '@ibex/kernel';
import { silentLog } from '@ibex/runtime';
import { HOUR, MINUTE, aSubscription } from '../../../fixtures/dispatch';
import type { FeedState } from '../feed.ports';
import { TroubleReports, USUAL_TROUBLE } from './trouble-reports';

const NOW = '2026-03-02T12:00:00.000Z';
const SINCE = '2026-03-02T10:00:00.000Z';
type Told = readonly [what: string, id: string, trouble?: EndpointTrouble];

const state = (change: Partial<FeedState> = {}): FeedState => ({
  ...{ subscriptionId: 's-1', authority: 'E09000008', settledUpTo: 7, waiting: 5, phase: 'well' },
  ...change,
});
const failingFor = (forMs: number): FeedState =>
  state({ phase: 'failing', failing: { reason: 'webhook/timed-out', attempts: 9, forMs } });

describe('trouble with a receiver', () => {
  let told: Told[];
  let clock: FixedClock;
  let isAway: boolean;
  let reports: TroubleReports;
  const note = (...each: Told): Promise<void> => {
    if (isAway) return Promise.reject(new Error('away'));
    told.push(each);
    return Promise.resolve();
  };
  const look = (states: readonly FeedState[], change: Partial<Subscription> = {}): Promise<void> =>
    reports.look([aSubscription(change)], states);
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers();
    [told, isAway] = [[], false];
    clock = new FixedClock(NOW);
    reports = new TroubleReports({
      subscriptions: {
        troubled: (id, trouble) => note('troubled', id, trouble),
        recovered: (id) => note('recovered', id),
        pauseOver: (id) => note('pause over', id),
      },
      ...{ clock, settings: USUAL_TROUBLE, log: silentLog() },
    });
  });
  afterEach(() => jest.useRealTimers());

  it('is told of after an hour, with since when and how much waits', async () => {
    await look([failingFor(HOUR - 1)]);
    expect(told).toEqual([]);
    await look([failingFor(2 * HOUR)]);
    expect(told).toEqual([
      ['troubled', 's-1', { since: SINCE, reason: 'webhook/timed-out', attempts: 9, waiting: 5 }],
    ]);
  });

  it('is not said at every look, and yet again and again, for the record to tell when it was told', async () => {
    for (let second = 0; second < 60; second += 1) await look([failingFor(2 * HOUR)]);
    expect(told.length).toBe(1);
    await pass(16 * MINUTE);
    await look([failingFor(3 * HOUR)]);
    expect(told.length).toBe(2);
  });

  it('is said once it can be put on record, where that failed', async () => {
    isAway = true;
    await look([failingFor(2 * HOUR)]);
    isAway = false;
    await look([failingFor(2 * HOUR)]);
    expect(told.map(([what]) => what)).toEqual(['troubled']);
  });

  it('is over when something was taken, not when it merely was not tried', async () => {
    const trouble = { since: SINCE, reason: 'webhook/timed-out' };
    await look([state()], { trouble });
    expect(told).toEqual([]);
    for (let time = 0; time < 3; time += 1) await look([state({ hasTaken: true })], { trouble });
    expect(told).toEqual([['recovered', 's-1']]);
    await look([state({ hasTaken: true })]);
    expect(told.length).toBe(1);
  });

  it('is told of a receiver that said that it is gone, and of no other pause', async () => {
    await look([], { state: 'paused' });
    expect(told).toEqual([]);
    await look([], { state: 'paused', isReceiverGone: true });
    expect(told).toEqual([
      ['troubled', 's-1', { since: NOW, reason: 'subscription/receiver-gone', attempts: 1, waiting: 0 }],
    ]);
  });

  it('is left to whoever brings the subscription out', async () => {
    await look([state({ subscriptionId: 's-2', hasTaken: true })], {
      trouble: { since: SINCE, reason: 'webhook/timed-out' },
    });
    expect(told).toEqual([]);
  });

  it('is apart from a pause, which is ended when its time is over', async () => {
    await look([], { state: 'paused', pausedUntil: '2026-03-02T12:00:00.001Z' });
    expect(told).toEqual([]);
    clock.set('2026-03-02T12:00:00.001Z');
    await look([], { state: 'paused', pausedUntil: '2026-03-02T12:00:00.001Z' });
    expect(told).toEqual([['pause over', 's-1']]);
  });
});
