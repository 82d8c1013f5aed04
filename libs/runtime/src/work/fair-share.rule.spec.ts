import { toTakeAndGive } from './fair-share.rule';

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('the fair share of a process', () => {
  it('is everything for the only one', () => {
    expect(toTakeAndGive(seven, [], 1)).toEqual({ take: { from: seven, most: 7 }, give: [] });
  });

  it('is rounded up, so that nothing is left lying', () => {
    expect(toTakeAndGive(seven, [], 2).take.most).toBe(4);
    expect(toTakeAndGive(seven, ['a', 'b'], 3).take.most).toBe(1);
  });

  it('gives back what is too much, the last taken first to go', () => {
    expect(toTakeAndGive(seven, ['g', 'f', 'e', 'd', 'c'], 2)).toEqual({
      take: { from: ['a', 'b'], most: 0 },
      give: ['c'],
    });
  });

  it('neither takes nor gives once it has its share', () => {
    expect(toTakeAndGive(seven, ['a', 'b', 'c', 'd'], 2)).toMatchObject({ take: { most: 0 }, give: [] });
  });

  it('is nothing but never an error where there is no work or nobody was counted', () => {
    expect(toTakeAndGive([], [], 3)).toEqual({ take: { from: [], most: 0 }, give: [] });
    expect(toTakeAndGive(seven, [], 0).take.most).toBe(7);
  });
});
