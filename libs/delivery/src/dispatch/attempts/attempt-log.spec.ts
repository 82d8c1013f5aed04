import { FixedClock, MemoryAttempts } from '@ibex/adapters/memory';
import type { Attempt, Attempts } from '@ibex/kernel';
import { StoreUnavailable } from '@ibex/kernel';
import { silentLog } from '@ibex/runtime';
import { AttemptLog, USUAL_ATTEMPT_LOG } from './attempt-log';
import type { OneTry } from './attempt-lines';

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const NOW = '2026-03-31T09:00:00.000Z';
const aTry = (sequence: number, at = NOW): OneTry => ({
  ...{ subscriptionId: 's-1', authority: 'E09000008', sequence, at },
  ...{ outcome: 'taken', status: 204, durationMs: 3 },
});

/** A store that is away for as long as it is told to. */
class Store extends MemoryAttempts implements Attempts {
  isAway = false;

  override append(attempts: readonly Attempt[]): Promise<void> {
    return this.isAway
      ? Promise.reject(new StoreUnavailable('store/unreachable', 'away'))
      : super.append(attempts);
  }
}

describe('the log of tries', () => {
  let store: Store;
  let log: AttemptLog;
  const start = (change: Partial<typeof USUAL_ATTEMPT_LOG> = {}): void => {
    store = new Store();
    log = new AttemptLog(store, new FixedClock(NOW), { ...USUAL_ATTEMPT_LOG, ...change }, silentLog());
    log.onApplicationBootstrap();
  };
  const kept = async (): Promise<readonly number[]> =>
    (await store.list('s-1', { limit: 100 })).map(({ sequence }) => sequence);

  beforeEach(() => jest.useFakeTimers());
  afterEach(async () => {
    const closed = log.beforeApplicationShutdown();
    await pass(2_000);
    await closed;
    jest.useRealTimers();
  });

  it('is in the store a second later', async () => {
    start();
    log.note(aTry(1));
    expect(await kept()).toEqual([]);
    await pass(1_001);
    expect(await kept()).toEqual([1]);
  });

  it('is written at once when a feed ends or the process does', async () => {
    start();
    log.note(aTry(1));
    await log.flush();
    expect(await kept()).toEqual([1]);
    for (let sequence = 2; sequence <= 600; sequence += 1) log.note(aTry(sequence));
    const closed = log.beforeApplicationShutdown();
    await pass(1);
    await closed;
    const [last, before] = await store.list('s-1', { limit: 2 });
    expect([last?.sequence, last?.more, before?.sequence, before?.more]).toEqual([600, 99, 500, 0]);
  });

  it('waits while the store is away, and gives up the oldest beyond a bound', async () => {
    start({ mostWaiting: 3 });
    store.isAway = true;
    for (const sequence of [1, 2]) log.note(aTry(sequence));
    await pass(1_500);
    for (const sequence of [3, 4]) log.note(aTry(sequence));
    await pass(1_500);
    store.isAway = false;
    await pass(1_000);
    expect(await kept()).toEqual([4, 3, 2]);
  });

  it('forgets what is older than 30 days', async () => {
    start();
    await store.append([
      { ...aTry(1, '2026-03-01T08:59:59.999Z'), more: 0 },
      { ...aTry(2, '2026-03-01T09:00:00.000Z'), more: 0 },
    ]);
    await pass(1_500);
    expect(await kept()).toEqual([2]);
  });
});
