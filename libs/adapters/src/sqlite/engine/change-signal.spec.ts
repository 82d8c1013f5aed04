import { setImmediate as nextTurn } from 'node:timers/promises';
import { ChangeSignal } from './change-signal';

/** Waiters by name, in the order in which they were woken. */
const waitersOf = (
  signal: ChangeSignal,
  names: readonly string[],
  abort?: AbortSignal,
): readonly string[] => {
  const woken: string[] = [];
  for (const name of names) void signal.next(abort).then(() => woken.push(name));
  return woken;
};

describe('a change', () => {
  it('wakes all at once', async () => {
    const signal = new ChangeSignal();
    const woken = waitersOf(signal, ['a', 'b', 'c']);
    signal.fire();
    await Promise.resolve();
    expect(woken).toEqual(['a', 'b', 'c']);
  });

  it('wakes in turns: none in the turn that brought it, then one in each', async () => {
    const signal = new ChangeSignal('in turns');
    const woken = waitersOf(signal, ['a', 'b', 'c']);
    signal.fire();
    await Promise.resolve();
    const seen = [woken.length];
    for (let turn = 0; turn < 4; turn += 1) {
      await nextTurn();
      seen.push(woken.length);
    }
    expect(seen).toEqual([0, 1, 2, 3, 3]);
    expect(woken).toEqual(['a', 'b', 'c']);
  });

  it('in turns, wakes whoever came while others were being woken only where there was another change', async () => {
    const signal = new ChangeSignal('in turns');
    const first = waitersOf(signal, ['a', 'b']);
    signal.fire();
    await nextTurn();
    const later = waitersOf(signal, ['c']);
    for (let turn = 0; turn < 4; turn += 1) await nextTurn();
    expect([...first, ...later]).toEqual(['a', 'b']);
    signal.fire();
    signal.fire();
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    expect(later).toEqual(['c']);
  });

  it('lets go at once of whoever no longer waits, woken or not', async () => {
    const signal = new ChangeSignal('in turns');
    const abort = new AbortController();
    const leaving = waitersOf(signal, ['a', 'b'], abort.signal);
    const staying = waitersOf(signal, ['c']);
    signal.fire();
    abort.abort();
    await Promise.resolve();
    expect(leaving).toEqual(['a', 'b']);
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    expect(staying).toEqual(['c']);
    await expect(signal.next(abort.signal)).resolves.toBeUndefined();
  });
});
