import { temporaryFolders } from '@ibex/testing';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileQuarantine } from './file-quarantine';
import { FileSeenEvents } from './file-seen-events';
import { FilePlace } from './place-kept';
import type { Quarantined } from './quarantine.port';

const folders = temporaryFolders();

describe('events seen, in a file', () => {
  it('are remembered over a restart, whatever their ids hold', async () => {
    const path = join(folders(), 'some', 'seen.txt');
    const odd = 'an id\nwith a line’s end';
    const first = await FileSeenEvents.open(path);
    await Promise.all([first.add({ id: odd, sequence: 2 }), first.add({ id: 'e-1', sequence: 1 })]);
    await first.close();
    const again = await FileSeenEvents.open(path);
    expect([await again.has(odd), await again.has('e-1'), await again.has('e-2')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([...(await again.sequences())].sort()).toEqual([1, 2]);
    await again.close();
  });

  it('tell how far a record had come, over a restart and from a file of before', async () => {
    const path = join(folders(), 'seen.txt');
    writeFileSync(path, '1 e-1\n');
    const first = await FileSeenEvents.open(path);
    for (const sequence of [7, 5])
      await first.add({ id: `e-${String(sequence)}`, sequence, recordRef: 'a b' });
    await first.close();
    const again = await FileSeenEvents.open(path);
    expect([await again.latestOf('a b'), await again.latestOf('c'), await again.has('e-1')]).toEqual([
      7,
      undefined,
      true,
    ]);
    await again.close();
  });

  it('are not taken from a line that a crash cut off, and the next line is whole', async () => {
    const path = join(folders(), 'seen.txt');
    writeFileSync(path, '1 e-1\n2 e-2');
    const seen = await FileSeenEvents.open(path);
    expect([await seen.has('e-1'), await seen.has('e-2')]).toEqual([true, false]);
    await seen.add({ id: 'e-3', sequence: 3 });
    await seen.close();
    expect(readFileSync(path, 'utf8')).toBe('1 e-1\n3 e-3\n');
  });

  it('are as many as were asked for, the newest, and the file does not grow for ever', async () => {
    const path = join(folders(), 'seen.txt');
    const seen = await FileSeenEvents.open(path, 10);
    for (let n = 1; n <= 50; n += 1) await seen.add({ id: `e-${String(n)}`, sequence: n });
    expect([await seen.has('e-40'), await seen.has('e-41')]).toEqual([false, true]);
    await seen.close();
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThanOrEqual(22);
    const again = await FileSeenEvents.open(path, 10);
    expect([...(await again.sequences())]).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50]);
    await again.close();
  });
});

describe('a quarantine in a file', () => {
  const entry = (id: string): Quarantined => ({
    ...{ id, key: 'child-1', sequence: 1, reason: 'handler-failed', fault: 'TypeError', attempts: 5 },
    ...{ atUtc: '2026-03-02T09:00:00.000Z', content: { event: { id } } },
  });

  it('keeps what was put and not removed over a restart', async () => {
    const path = join(folders(), 'quarantine.jsonl');
    const first = await FileQuarantine.open(path);
    for (const id of ['a', 'b', 'c', 'a']) await first.put(entry(id));
    await first.remove('b');
    await first.remove('never');
    await first.close();
    appendFileSync(path, '{"put":{"id":"cut off');
    const again = await FileQuarantine.open(path);
    expect(await again.list()).toEqual([entry('a'), entry('c')]);
    await again.close();
  });
});

describe('a place in a file', () => {
  it('is nought at first, and the last one that was written after a restart', async () => {
    const path = join(folders(), 'place.txt');
    const first = await FilePlace.open(path);
    expect(await first.read()).toBe(0);
    await first.move(7);
    await first.move(12);
    await first.close();
    const again = await FilePlace.open(path);
    expect(await again.read()).toBe(12);
    await again.close();
  });
});
