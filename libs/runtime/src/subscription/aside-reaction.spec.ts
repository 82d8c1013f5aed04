import { MemoryEventStore } from '@ibex/adapters/memory';
import { BEGINNING } from '@ibex/kernel';
import type { NewFact } from '@ibex/kernel';
import { noteDefinition } from '../../fixtures/note';
import { FactLog } from '../decision/fact-log';
import { Upcasting } from '../decision/upcasting';
import { HealthController } from '../health/health.controller';
import { silentLog } from '../logging/create-log';
import { LagWatch } from '../metrics/lag-watch';
import { WorkShare } from '../work/work-share';
import type { Reaction } from './reaction';
import { SubscriptionRunner } from './subscription.runner';

const fact: NewFact = {
  id: 'a',
  type: 'NoteOpened',
  data: {},
  metadata: {
    commandId: 'command-a',
    commandDigest: 'digest',
    correlationId: 'correlation',
    actor: { authority: 'E09000012', person: 'person-1', role: 'mash' },
    schemaVersion: noteDefinition.facts.NoteOpened.version,
  },
  recordedAt: '2026-03-02T09:00:00.000Z',
};

const running = async (isAside: boolean) => {
  const ended = new AbortController();
  const hung = new Promise<void>((resolve) => {
    ended.signal.addEventListener('abort', () => resolve());
  });
  const base = { group: 'reactions', filter: {}, checkpoint: () => Promise.resolve(BEGINNING) };
  const slow: Reaction = { ...base, name: 'slow', isAside, handle: () => hung };
  const quick: Reaction = { ...base, name: 'quick', handle: () => Promise.resolve() };
  const store = new MemoryEventStore();
  const log = new FactLog(store, new Upcasting([noteDefinition]));
  const share = new WorkShare(silentLog());
  const runner = new SubscriptionRunner(log, silentLog(), share);
  runner.add(slow);
  runner.add(quick);
  share.onApplicationBootstrap();
  await store.append('note-1', 'none', [fact]);
  const stop = async (): Promise<void> => {
    ended.abort();
    await runner.beforeApplicationShutdown();
  };
  return { log, runner, stop };
};

describe('a reaction that takes its time', () => {
  it('is not waited for by who reads what they wrote', async () => {
    const { runner, stop } = await running(true);
    expect(await runner.caughtUpTo(0, 5_000)).toBe(true);
    expect(runner.states().map(({ name, isAside }) => [name, isAside])).toEqual([
      ['slow', true],
      ['quick', false],
    ]);
    await stop();
  });

  it('is waited for where it is not aside', async () => {
    const { runner, stop } = await running(false);
    expect(await runner.caughtUpTo(0, 50)).toBe(false);
    await stop();
  });

  it.each([
    [true, 'up'],
    [false, 'not ready'],
  ])('leaves the process ready only where it is aside: %s', async (isAside, expected) => {
    const { log, runner, stop } = await running(isAside);
    // as after hours of lag
    const lag: Pick<LagWatch, 'lagMs' | 'isOlderThanWatch'> = {
      lagMs: (position = BEGINNING) => (position < 0 ? 3_600_000 : 0),
      isOlderThanWatch: () => false,
    };
    const health = new HealthController(
      log,
      runner,
      Object.assign(Object.create(LagWatch.prototype) as LagWatch, lag),
    );
    await runner.caughtUpTo(0, 50);
    const ready = await health.ready().then(
      ({ status }) => status,
      () => 'not ready',
    );
    expect(ready).toBe(expected);
    await stop();
  });
});
