import { MemoryLeases } from '@ibex/adapters/memory';
import { StoreUnavailable } from '@ibex/kernel';
import type { Leases } from '@ibex/kernel';
import { silentLog } from '../logging/create-log';
import { BEAT_MS, TERM_MS, WorkGroup } from './work-group';
import type { Work } from './work-group';

const names = ['a', 'b', 'c', 'd', 'e'];

/** One process of several: what it does at the moment, and everything it was ever told. */
class Process {
  readonly doing = new Set<string>();
  private readonly group: WorkGroup;
  private readonly work: Work;

  constructor(
    holder: string,
    leases: Leases | undefined,
    private readonly beforeStop: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.group = new WorkGroup('views', { leases, holder, log: silentLog() });
    this.work = {
      group: 'views',
      names,
      start: (name) => this.doing.add(name),
      stop: async (name) => {
        await this.beforeStop();
        this.doing.delete(name);
      },
    };
    this.group.add(this.work);
  }

  withdraw(name: string): Promise<void> {
    return this.group.withdraw([name]);
  }

  offer(name: string): void {
    this.group.add({ ...this.work, names: [name] });
  }

  open(): this {
    this.group.open();
    return this;
  }

  close(): Promise<void> {
    return this.group.close();
  }
}

/** So many beats go by, and everything they lead to. */
const beats = async (count: number): Promise<void> => {
  for (let beat = 0; beat < count; beat += 1) await jest.advanceTimersByTimeAsync(BEAT_MS + 1);
};

describe('work shared out by lease', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is all done here where there are no leases', async () => {
    const alone = new Process('one', undefined).open();
    expect([...alone.doing]).toEqual(names);
    await alone.close();
    expect(alone.doing.size).toBe(0);
  });

  it('is all done by the only process, then halved with the second, each piece by one of them', async () => {
    const leases = new MemoryLeases();
    const one = new Process('one', leases).open();
    await beats(1);
    expect(one.doing.size).toBe(5);
    const two = new Process('two', leases).open();
    await beats(4);
    expect([one.doing.size, two.doing.size]).toEqual([3, 2]);
    expect([...one.doing, ...two.doing].sort()).toEqual(names);
    await Promise.all([one.close(), two.close()]);
  });

  it('is never done by two: what is given up is taken only once its last batch is through', async () => {
    const leases = new MemoryLeases();
    const most = { both: 0 };
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 3 * BEAT_MS));
    const one = new Process('one', leases, slow).open();
    await beats(1);
    const two = new Process('two', leases).open();
    for (let turn = 0; turn < 40; turn += 1) {
      await jest.advanceTimersByTimeAsync(BEAT_MS / 4);
      most.both = Math.max(most.both, [...one.doing].filter((name) => two.doing.has(name)).length);
    }
    expect(most.both).toBe(0);
    expect(two.doing.size).toBe(2);
    const closed = Promise.all([one.close(), two.close()]);
    await beats(4);
    await closed;
  });

  it('goes to others at once when a process ends in good order', async () => {
    const leases = new MemoryLeases();
    const one = new Process('one', leases).open();
    const two = new Process('two', leases).open();
    await beats(4);
    await one.close();
    await beats(2);
    expect([...two.doing].sort()).toEqual(names);
    await two.close();
  });

  it('goes to others within ten seconds when a process is killed', async () => {
    const leases = new MemoryLeases();
    await leases.attend('views', 'killed', TERM_MS);
    for (const name of names) await leases.take('views', name, 'killed', TERM_MS);
    const two = new Process('two', leases).open();
    await beats(3);
    expect(two.doing.size).toBe(0);
    await jest.advanceTimersByTimeAsync(10_000 - 3 * (BEAT_MS + 1));
    expect([...two.doing].sort()).toEqual(names);
    await two.close();
  });

  it('is put down while the leases cannot be asked for longer than a term, since others may have it by then', async () => {
    const book = new MemoryLeases();
    const away = new Set<string>();
    const leases: Leases = {
      attend: (...asked) =>
        away.has('away')
          ? Promise.reject(new StoreUnavailable('store/unreachable', 'away'))
          : book.attend(...asked),
      take: (...asked) => book.take(...asked),
      release: (...asked) => book.release(...asked),
      leave: (...asked) => book.leave(...asked),
    };
    const one = new Process('one', leases).open();
    await beats(1);
    away.add('away');
    await beats(2);
    expect(one.doing.size).toBe(5);
    await beats(TERM_MS / BEAT_MS);
    expect(one.doing.size).toBe(0);
    away.clear();
    await beats(2);
    expect(one.doing.size).toBe(5);
    await one.close();
  });

  it('begins what is added while running, wherever it is taken, once', async () => {
    const leases = new MemoryLeases();
    const one = new Process('one', leases).open();
    const two = new Process('two', leases).open();
    await beats(4);
    one.offer('f');
    two.offer('f');
    await beats(2);
    expect([...one.doing, ...two.doing].sort()).toEqual([...names, 'f']);
    await Promise.all([one.close(), two.close()]);
  });

  it('ends what is withdrawn, and leaves it free for whoever still has it', async () => {
    const leases = new MemoryLeases();
    const one = new Process('one', leases).open();
    await beats(1);
    await one.withdraw('c');
    expect([...one.doing]).toEqual(['a', 'b', 'd', 'e']);
    await beats(2);
    expect(one.doing.has('c')).toBe(false);
    expect(await leases.take('views', 'c', 'another', TERM_MS)).toMatchObject({ name: 'c' });
    await one.close();
  });

  it('keeps what is withdrawn until its last batch is through, even when it is added again meanwhile', async () => {
    const events: string[] = [];
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 3 * BEAT_MS));
    const alone = new Process('one', undefined, async () => {
      events.push('stopping');
      await slow();
      events.push('stopped');
    }).open();
    const withdrawn = alone.withdraw('c');
    alone.offer('c');
    await jest.advanceTimersByTimeAsync(BEAT_MS);
    expect(events).toEqual(['stopping']);
    await jest.advanceTimersByTimeAsync(3 * BEAT_MS);
    await withdrawn;
    expect(events).toEqual(['stopping', 'stopped']);
    expect(alone.doing.has('c')).toBe(true);
    const closed = alone.close();
    await jest.advanceTimersByTimeAsync(4 * BEAT_MS);
    await closed;
  });
});
