import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchedEntry, ChannelBatch, Subscription } from '@ibex/kernel';
import { nodeDisk } from './disk';
import type { Disk } from './disk';
import { FileDrop } from './file-drop';
import { readRows } from './day-file.rule';

const CROYDON = 'E09000008';
const FILE = 'ibex-2026-01-13-5f0c2a11.csv';
const subscription = (change: Partial<Subscription> = {}): Subscription => ({
  id: '5f0c2a11-0000-4000-8000-000000000001',
  authority: CROYDON,
  name: 'desk',
  channel: 'file-drop',
  target: 'night-desk',
  filter: {},
  startsAfter: 0,
  state: 'live',
  revision: 0,
  ...change,
});
const batchOf = (numbers: readonly number[], day = '2026-01-13'): ChannelBatch => ({
  id: `b-${numbers.join('-')}`,
  isReplay: false,
  entries: numbers.map((sequence): BatchedEntry => ({
    sequence,
    kind: 'Placement notified',
    urgency: 'prompt',
    from: 'E09000007',
    recordedAt: '2026-01-12T09:00:00.000Z',
    link: `/v1/notices/f-${String(sequence)}`,
    day,
  })),
});
const authorities = { find: () => undefined };
const later = (reason: string) => ({ kind: 'later', reason });
const fault = (code: string): Error => Object.assign(new Error(code), { code });

/** A real disk of which one step, the n-th that changes anything, goes wrong as told. */
const disturbed = (step: number, how: (work: () => Promise<void>) => Promise<void>) => {
  const seen = { steps: 0 };
  const does = (work: () => Promise<void>): Promise<void> => {
    seen.steps += 1;
    return seen.steps === step ? how(work) : work();
  };
  const disk: Disk = {
    ...nodeDisk,
    makeFolder: (...path) => does(() => nodeDisk.makeFolder(...path)),
    writeNew: (...file) => does(() => nodeDisk.writeNew(...file)),
    rename: (...paths) => does(() => nodeDisk.rename(...paths)),
    syncFolder: (...path) => does(() => nodeDisk.syncFolder(...path)),
  };
  return { disk, seen };
};

describe('a file drop', () => {
  let root: string;
  const folder = (): string => join(root, CROYDON, 'night-desk');
  const drop = (disk?: Disk, timeoutMs?: number): FileDrop =>
    new FileDrop(authorities, {
      ...{ root, publicUrl: 'https://ibex.example/' },
      ...(disk ? { disk } : {}),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  const numbersIn = (file = FILE): readonly number[] => {
    const rows = readRows(readFileSync(join(folder(), file), 'utf8'));
    if (!rows) throw new Error('not a whole file');
    return [...rows.keys()];
  };
  const names = (): readonly string[] => (existsSync(folder()) ? readdirSync(folder()).sort() : []);

  /** So long that nobody can still be at it. */
  const leftLongAgo = (): void => {
    const ours = names().filter((name) => name.startsWith('.ibex-'));
    for (const name of ours) utimesSync(join(folder(), name), new Date(0), new Date(0));
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ibex-drop-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('makes the folder and a file that its owner writes and its group reads, and nothing else', async () => {
    const mask = process.umask(0);
    expect(await drop().deliver(subscription(), batchOf([1, 2]))).toEqual({ kind: 'taken' });
    process.umask(mask);
    expect(names()).toEqual([FILE]);
    expect(numbersIn()).toEqual([1, 2]);
    expect(statSync(join(folder(), FILE)).mode & 0o777).toBe(0o640);
    expect(statSync(folder()).mode & 0o777).toBe(0o750);
    expect(readFileSync(join(folder(), FILE), 'utf8')).toContain(',https://ibex.example/v1/notices/f-1\r\n');
  });

  it('adds to the file of the day, and a repeated batch changes nothing of it', async () => {
    await drop().deliver(subscription(), batchOf([1, 2]));
    await drop().deliver(subscription(), batchOf([5]));
    const before = statSync(join(folder(), FILE));
    await drop().deliver(subscription(), batchOf([1, 2]));
    expect(numbersIn()).toEqual([1, 2, 5]);
    expect(statSync(join(folder(), FILE))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('parts days, subscriptions and authorities', async () => {
    const batch = {
      ...batchOf([]),
      entries: [...batchOf([1]).entries, ...batchOf([2], '2026-01-14').entries],
    };
    await drop().deliver(subscription(), batch);
    await drop().deliver(subscription({ id: '77777777-1' }), batchOf([3]));
    await drop().deliver(subscription({ authority: 'E09000003' }), batchOf([4]));
    expect(names()).toEqual([FILE, 'ibex-2026-01-13-77777777.csv', 'ibex-2026-01-14-5f0c2a11.csv']);
    expect([numbersIn(), numbersIn('ibex-2026-01-14-5f0c2a11.csv')]).toEqual([[1], [2]]);
    expect(readdirSync(join(root, 'E09000003', 'night-desk'))).toEqual([FILE]);
  });

  it('leaves a file that somebody has changed to them, and writes beside it', async () => {
    await drop().deliver(subscription(), batchOf([1]));
    const edited = `${readFileSync(join(folder(), FILE), 'utf8')}rang them at ten\r\n`;
    writeFileSync(join(folder(), FILE), edited);
    await drop().deliver(subscription(), batchOf([2]));
    await drop().deliver(subscription(), batchOf([3]));
    expect(readFileSync(join(folder(), FILE), 'utf8')).toBe(edited);
    expect(numbersIn('ibex-2026-01-13-5f0c2a11-2.csv')).toEqual([2, 3]);
  });

  it('waits for somebody where everything of the day is a stranger’s', async () => {
    await drop().deliver(subscription(), batchOf([1]));
    for (const end of ['', '-2', '-3', '-4', '-5', '-6', '-7', '-8'])
      writeFileSync(join(folder(), FILE.replace('.csv', `${end}.csv`)), 'mine');
    expect(await drop().deliver(subscription(), batchOf([2]))).toEqual(later('files/strange-files'));
  });

  it.each(['../elsewhere', '/etc', '..', 'a/b', 'a\0', '', 'A'])(
    'goes nowhere for the target %j',
    async (target) => {
      expect(await drop().deliver(subscription({ target }), batchOf([1]))).toEqual(
        later('files/not-a-folder'),
      );
      expect(readdirSync(root)).toEqual([]);
    },
  );

  it('does not follow a link that somebody put in place of a folder', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'ibex-elsewhere-'));
    mkdirSync(join(root, CROYDON));
    symlinkSync(elsewhere, folder());
    expect(await drop().deliver(subscription(), batchOf([1]))).toEqual(later('files/not-a-folder'));
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('does not follow a link that somebody put in place of a file', async () => {
    const secret = join(root, 'secret');
    mkdirSync(folder(), { recursive: true });
    writeFileSync(secret, 'secret');
    symlinkSync(secret, join(folder(), FILE));
    expect(await drop().deliver(subscription(), batchOf([1]))).toEqual({ kind: 'taken' });
    expect(readFileSync(secret, 'utf8')).toBe('secret');
    expect(numbersIn('ibex-2026-01-13-5f0c2a11-2.csv')).toEqual([1]);
  });

  it('makes no root: a share that is not there is waited for', async () => {
    rmSync(root, { recursive: true });
    expect(await drop().deliver(subscription(), batchOf([1]))).toEqual(later('files/no-root'));
    expect(existsSync(root)).toBe(false);
  });

  it.each([
    ['ENOSPC', 'files/disk-full'],
    ['EDQUOT', 'files/disk-full'],
    ['EROFS', 'files/read-only'],
    ['EACCES', 'files/not-let-in'],
    ['EBUSY', 'files/in-use'],
    ['EIO', 'files/failed'],
  ])(
    'at %s in any step tells why (%s), leaves the file as it was or whole, and no litter',
    async (code, reason) => {
      let faults = 0;
      for (let step = 1; step < 30; step += 1) {
        rmSync(join(root, CROYDON), { recursive: true, force: true });
        await drop().deliver(subscription(), batchOf([1]));
        rmSync(join(root, CROYDON, 'other'), { recursive: true, force: true });
        const { disk, seen } = disturbed(step, () => Promise.reject(fault(code)));
        // a second folder, so that making one is among the steps
        const outcome = await drop(disk).deliver(subscription(), batchOf([2]));
        const other = await drop(disk).deliver(subscription({ target: 'other' }), batchOf([3]));
        if (seen.steps < step) break;
        faults += 1;
        expect([outcome, other]).toContainEqual(later(reason));
        expect(names()).toEqual([FILE]);
        expect([[1], [1, 2]]).toContainEqual(numbersIn());
        expect(await drop().deliver(subscription(), batchOf([2]))).toEqual({ kind: 'taken' });
        expect(numbersIn()).toEqual([1, 2]);
      }
      expect(faults).toBeGreaterThan(6);
    },
  );

  it.each(['before', 'after'] as const)(
    'is whole whatever step a process dies %s, and the next one completes it',
    async (when) => {
      let deaths = 0;
      for (let step = 1; step < 30; step += 1) {
        rmSync(join(root, CROYDON), { recursive: true, force: true });
        const death = new AbortController();
        const dying = disturbed(step, async (work) => {
          if (when === 'after') await work();
          dying.seen.steps = 1_000;
          death.abort();
          return new Promise(() => undefined);
        });
        const first = drop(dying.disk).deliver(subscription(), batchOf([1, 2]), death.signal);
        if ((await first).kind === 'taken') break;
        deaths += 1;
        expect(names().includes(FILE) ? numbersIn() : [1, 2]).toEqual([1, 2]);
        leftLongAgo();
        expect(await drop().deliver(subscription(), batchOf([1, 2]))).toEqual({ kind: 'taken' });
        expect(numbersIn()).toEqual([1, 2]);
        expect(names()).toEqual([FILE]);
      }
      expect(deaths).toBeGreaterThan(5);
    },
    30_000,
  );

  it('never shows a part of a file, nor less than it showed before, to whoever looks at any time', async () => {
    const looks: number[] = [];
    const over = new AbortController();
    const looking = (async () => {
      while (!over.signal.aborted) {
        if (names().includes(FILE)) looks.push(numbersIn().length);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let number = 1; number <= 60; number += 1) await drop().deliver(subscription(), batchOf([number]));
    over.abort();
    await looking;
    expect(looks.length).toBeGreaterThan(20);
    expect(looks).toEqual([...looks].sort((a, b) => a - b));
  });

  it('loses nothing when two processes add to it at the same time', async () => {
    const [one, two] = [drop(), drop()];
    for (let number = 1; number <= 40; number += 2) {
      const outcomes = await Promise.all([
        one.deliver(subscription(), batchOf([number])),
        two.deliver(subscription(), batchOf([number + 1])),
      ]);
      for (const [at, outcome] of outcomes.entries())
        if (outcome.kind !== 'taken') await drop().deliver(subscription(), batchOf([number + at]));
    }
    expect(numbersIn().length).toBe(40);
  });

  it('waits for another writer, and no longer once that one must have been killed', async () => {
    await drop().deliver(subscription(), batchOf([1]));
    const lock = join(folder(), '.ibex-lock-ibex-2026-01-13-5f0c2a11');
    writeFileSync(lock, '');
    expect(await drop().deliver(subscription(), batchOf([2]))).toEqual(later('files/in-use'));
    expect(numbersIn()).toEqual([1]);
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, aMinuteAgo, aMinuteAgo);
    expect(await drop().deliver(subscription(), batchOf([2]))).toEqual({ kind: 'taken' });
    expect(numbersIn()).toEqual([1, 2]);
    expect(names()).toEqual([FILE]);
  }, 20_000);

  it('does not take away what somebody saves while it writes', async () => {
    await drop().deliver(subscription(), batchOf([1]));
    const edited = `${readFileSync(join(folder(), FILE), 'utf8')}rang them at ten\r\n`;
    const disk: Disk = {
      ...nodeDisk,
      writeNew: async (...file) => {
        await nodeDisk.writeNew(...file);
        if (file[0].includes('part')) writeFileSync(join(folder(), FILE), edited);
      },
    };
    expect(await drop(disk).deliver(subscription(), batchOf([2]))).toEqual({ kind: 'taken' });
    expect(readFileSync(join(folder(), FILE), 'utf8')).toBe(edited);
    expect(numbersIn(FILE.replace('.csv', '-2.csv'))).toEqual([2]);
  });

  it('shows nothing any more once it was cut off, however long the disk takes', async () => {
    let goOn: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (goOn = resolve));
    const wrote = { is: false };
    const disk: Disk = {
      ...nodeDisk,
      writeNew: async (...file) => {
        await slow;
        await nodeDisk.writeNew(...file);
      },
      remove: async (path) => {
        await nodeDisk.remove(path);
        wrote.is ||= path.includes('lock');
      },
    };
    const stopping = new AbortController();
    const delivering = drop(disk).deliver(subscription(), batchOf([1]), stopping.signal);
    stopping.abort();
    expect(await delivering).toEqual(later('files/cut-off'));
    goOn();
    while (!wrote.is) await new Promise((resolve) => setImmediate(resolve));
    expect(names()).toEqual([]);
  });

  it('clears away what a process that was killed has left, once it is old', async () => {
    await drop().deliver(subscription(), batchOf([1]));
    const [old, young] = ['.ibex-part-old', '.ibex-part-young'].map((name) => join(folder(), name));
    for (const path of [old, young]) writeFileSync(path ?? '', 'part');
    utimesSync(old ?? '', new Date(0), new Date(0));
    await drop().deliver(subscription(), batchOf([2]));
    expect(names()).toEqual(['.ibex-part-young', FILE]);
  });
});
