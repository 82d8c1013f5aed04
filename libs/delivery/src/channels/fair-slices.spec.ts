import fc from 'fast-check';
import { fairSlices } from './fair-slices.rule';

describe('a fair share of a batch', () => {
  it('is all that a mailbox has where everything fits', () => {
    expect(fairSlices([3, 1, 2], 10)).toEqual([3, 1, 2]);
  });

  it('leaves room for every mailbox beside a backlog', () => {
    expect(fairSlices([5_000, 1, 2], 100)).toEqual([97, 1, 2]);
  });

  it('is the same for those who have more than it', () => {
    expect(fairSlices([500, 4, 500], 104)).toEqual([50, 4, 50]);
  });

  it('is never nothing and never more than there is', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 200, max: 3_000 }), (each, most) => {
        const slices = fairSlices(each, most);
        expect(slices.every((slice, at) => slice >= 1 && slice <= (each[at] ?? 0))).toBe(true);
        const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
        expect(total(slices)).toBe(Math.min(total(each), most));
      }),
    );
  });
});
