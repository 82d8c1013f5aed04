import { MemoryEventStore } from '@ibex/adapters/memory';
import { BEGINNING } from '@ibex/kernel';
import type { NewFact, Position, RecordedFact } from '@ibex/kernel';
import { noteDefinition } from '../../fixtures/note';
import { FactLog } from '../decision/fact-log';
import { Upcasting } from '../decision/upcasting';
import { SafeLog } from '../logging/safe-log';
import type { Reaction } from './reaction';
import { WorkShare } from '../work/work-share';
import { SubscriptionRunner } from './subscription.runner';

const aFact = (id: string, type = 'NoteOpened', schemaVersion = 2): NewFact => ({
  id,
  type,
  data: {},
  metadata: {
    commandId: `command-${id}`,
    commandDigest: 'digest',
    correlationId: 'correlation',
    actor: { authority: 'E09000012', person: 'person-1', role: 'mash' },
    schemaVersion,
  },
  recordedAt: '2026-03-02T09:00:00.000Z',
});

class Collecting implements Reaction {
  readonly group = 'reactions';
  readonly handled: string[] = [];
  readonly kinds: unknown[] = [];
  readonly stored: Position[] = [];
  failing = 0;
  held: Promise<void> | undefined;

  constructor(
    readonly name = 'collecting',
    readonly filter: Reaction['filter'] = {},
    private at: Position = BEGINNING,
  ) {}

  checkpoint(): Promise<Position> {
    return Promise.resolve(this.at);
  }

  async handle(facts: readonly RecordedFact[], upTo: Position): Promise<void> {
    await this.held;
    if (this.failing > 0) {
      this.failing -= 1;
      throw new Error('Ada Canary could not be handled');
    }
    this.handled.push(...facts.map((fact) => fact.id));
    this.kinds.push(...facts.map((fact) => fact.data['kind']));
    this.stored.push(upTo);
    this.at = upTo;
  }
}

const running = () => {
  const store = new MemoryEventStore();
  const lines: string[] = [];
  const log = new SafeLog('info', { write: (line) => lines.push(line) });
  const share = new WorkShare(log);
  const runner = new SubscriptionRunner(new FactLog(store, new Upcasting([noteDefinition])), log, share);
  const start = (): void => {
    share.onApplicationBootstrap();
    runner.onApplicationBootstrap();
  };
  return { store, runner, start, lines };
};

describe('a reaction', () => {
  it('gets every fact in order, older versions lifted, and goes on live', async () => {
    const { store, runner, start } = running();
    const reaction = new Collecting();
    runner.add(reaction);
    await store.append('note-1', 'none', [aFact('a', 'NoteOpened', 1), aFact('b')]);
    start();
    expect(await runner.caughtUpTo(1, 1000)).toBe(true);
    await store.append('note-2', 'none', [aFact('c')]);
    expect(await runner.caughtUpTo(2, 1000)).toBe(true);
    expect(reaction.handled).toEqual(['a', 'b', 'c']);
    expect(reaction.kinds).toEqual(['plain', undefined, undefined]);
    await runner.beforeApplicationShutdown();
  });

  it('goes on from its checkpoint', async () => {
    const { store, runner, start } = running();
    const reaction = new Collecting('late', {}, 0);
    runner.add(reaction);
    await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
    start();
    await runner.caughtUpTo(1, 1000);
    await runner.beforeApplicationShutdown();
    expect(reaction.handled).toEqual(['b']);
  });

  it('gets the same facts again after a failure, and none is passed over; the log tells the failure without its words', async () => {
    const { store, runner, lines, start } = running();
    const reaction = new Collecting();
    reaction.failing = 2;
    runner.add(reaction);
    await store.append('note-1', 'none', [aFact('a'), aFact('b')]);
    start();
    expect(await runner.caughtUpTo(1, 5000)).toBe(true);
    await runner.beforeApplicationShutdown();
    expect(reaction.handled).toEqual(['a', 'b']);
    expect(lines.filter((line) => line.includes('reaction-failed'))).toHaveLength(2);
    expect(lines.join('')).not.toContain('Canary');
  });

  it('counts as caught up past facts that it does not listen to, and stores that when it stops', async () => {
    const { store, runner, start } = running();
    const reaction = new Collecting('closed only', { types: ['NoteClosed'] });
    runner.add(reaction);
    await store.append('note-1', 'none', [aFact('a'), aFact('b', 'NoteClosed', 1), aFact('c')]);
    start();
    expect(await runner.caughtUpTo(2, 1000)).toBe(true);
    await runner.beforeApplicationShutdown();
    expect(reaction.handled).toEqual(['b']);
    expect(reaction.stored.at(-1)).toBe(2);
  });

  it('finishes the batch in hand before the shutdown goes on', async () => {
    const { store, runner, start } = running();
    const reaction = new Collecting();
    const release: (() => void)[] = [];
    reaction.held = new Promise((resolve) => release.push(resolve));
    runner.add(reaction);
    await store.append('note-1', 'none', [aFact('a')]);
    start();
    expect(await runner.caughtUpTo(0, 20)).toBe(false);
    const stopped = runner.beforeApplicationShutdown();
    release.forEach((each) => each());
    await stopped;
    expect(reaction.handled).toEqual(['a']);
  });

  it('stands still while something else is done, then goes on', async () => {
    const { store, runner, start } = running();
    const reaction = new Collecting();
    runner.add(reaction);
    start();
    await runner.caughtUpTo(BEGINNING, 1000);
    await runner.whilePaused('collecting', async () => {
      await store.append('note-1', 'none', [aFact('a')]);
      expect(await runner.caughtUpTo(0, 20)).toBe(false);
    });
    expect(await runner.caughtUpTo(0, 1000)).toBe(true);
    await runner.beforeApplicationShutdown();
  });

  it('has a name of its own', () => {
    const { runner } = running();
    runner.add(new Collecting());
    expect(() => runner.add(new Collecting())).toThrow('two reactions are called collecting');
  });
});

describe('waiting for a position', () => {
  it('waits for the slowest reaction, and no longer than asked', async () => {
    const { store, runner, start } = running();
    const slow = new Collecting('slow');
    const release: (() => void)[] = [];
    slow.held = new Promise((resolve) => release.push(resolve));
    runner.add(new Collecting('quick'));
    runner.add(slow);
    await store.append('note-1', 'none', [aFact('a')]);
    start();
    expect(await runner.caughtUpTo(0, 30)).toBe(false);
    const waiting = runner.caughtUpTo(0, 1000);
    release.forEach((each) => each());
    expect(await waiting).toBe(true);
    await runner.beforeApplicationShutdown();
  });

  it('is over at shutdown', async () => {
    const { runner, start } = running();
    runner.add(new Collecting());
    start();
    const waiting = runner.caughtUpTo(1_000_000, 60_000);
    await runner.beforeApplicationShutdown();
    expect(await waiting).toBe(false);
  });
});
