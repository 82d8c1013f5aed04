import { GapWatch } from './gap-watch';

const watched = (
  known: readonly number[] | undefined,
  ...notes: readonly (readonly [number, number])[]
): GapWatch => {
  const watch = new GapWatch(known, 100, 0);
  for (const [number, atMs] of notes) watch.note(number, atMs);
  return watch;
};

describe('a gap in the numbers', () => {
  it('is no gap while the number may still come by another lane', () => {
    const watch = watched([], [1, 0], [3, 10]);
    expect(watch.due(109)).toEqual([]);
    watch.note(2, 105);
    expect(watch.due(500)).toEqual([]);
  });

  it('is told once, after a while, as one range of each run of numbers', () => {
    const watch = watched([], [3, 0], [4, 0], [7, 10], [9, 200]);
    expect(watch.due(110)).toEqual([
      { from: 1, to: 2 },
      { from: 5, to: 6 },
    ]);
    expect(watch.due(111)).toEqual([]);
    expect(watch.due(300)).toEqual([{ from: 8, to: 8 }]);
  });

  it('is told of what came before a restart too', () => {
    const watch = watched([5, 6, 8], [9, 0]);
    expect(watch.due(100)).toEqual([{ from: 7, to: 7 }]);
  });

  it('is not told of what came before, when nobody remembers it', () => {
    const watch = watched(undefined, [57, 0], [103, 10], [101, 20]);
    expect(watch.due(120)).toEqual([]);
    watch.note(105, 130);
    expect(watch.due(230)).toEqual([{ from: 104, to: 104 }]);
  });

  it('is none when numbers are repeated', () => {
    const watch = watched([], [1, 0], [2, 0], [1, 5], [2, 5], [3, 5]);
    expect(watch.due(1000)).toEqual([]);
  });
});
