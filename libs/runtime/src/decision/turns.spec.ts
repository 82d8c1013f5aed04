import { setTimeout as after } from 'node:timers/promises';
import { Turns } from './turns';

describe('turns', () => {
  it('keep the order of work on the same thing, and let other work pass', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const work = (name: string, ms: number) => async () => {
      await after(ms);
      done.push(name);
    };
    await Promise.all([
      turns.take(['a'], work('first on a', 20)),
      turns.take(['a'], work('second on a', 0)),
      turns.take(['b'], work('on b', 5)),
    ]);
    expect(done).toEqual(['on b', 'first on a', 'second on a']);
  });

  it('keep the order on each of several things without waiting in a circle', async () => {
    const turns = new Turns();
    const done: number[] = [];
    const names = [['a', 'b'], ['b', 'c'], ['c', 'a'], ['a', 'b', 'c'], ['b']];
    await Promise.all(
      names.map((each, index) =>
        turns.take(each, async () => {
          await after(5 - index);
          done.push(index);
        }),
      ),
    );
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('go on after a failure', async () => {
    const turns = new Turns();
    const failing = turns.take(['a'], () => Promise.reject(new Error('no')));
    const next = turns.take(['a'], () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });
});
