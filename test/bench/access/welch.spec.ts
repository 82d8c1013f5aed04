import { cropped, welchT } from './welch';

/** Numbers between 0 and 1 that look random and are the same each time. */
const noise = (count: number, seed: number): readonly number[] => {
  let x = seed;
  return Array.from({ length: count }, () => {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    return x / 2 ** 32;
  });
};

describe('Welch’s t', () => {
  it('is what the textbook says', () => {
    // means 3 and 6, variances 2.5 and 10, five each
    expect(welchT([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])).toBeCloseTo(-3 / Math.sqrt(2.5), 10);
    expect(welchT([1, 1], [1, 1])).toBe(0);
  });

  it('stays small for two of one kind, and does not where one takes a hundredth longer', () => {
    const one = noise(20_000, 7);
    expect(Math.abs(welchT(one, noise(20_000, 11)))).toBeLessThan(4.5);
    const later = noise(20_000, 11).map((value) => value + 0.02);
    expect(Math.abs(welchT(one, later))).toBeGreaterThan(4.5);
  });

  it('is not moved by a pause, once what is slowest of both is left out', () => {
    const [one, other] = [noise(1_000, 3), [...noise(999, 5), 500]];
    expect(cropped([one, other], 0.99).flat()).not.toContain(500);
    expect(cropped([one, other], 0.5).flat().length).toBeLessThanOrEqual(1_001);
  });
});
