import type { Prepared } from '../prepared';
import { isOneSlip } from '../strings';
import type { Vocabulary } from '../vocabulary';
import { MISSING } from './comparison';
import type { Comparison } from './comparison';

const LEVELS = ['same', 'one slip', 'same sector', 'same district', 'same area', 'different'] as const;
const at = (level: (typeof LEVELS)[number]): number => LEVELS.indexOf(level);

/** Of a British postcode: the last two letters say the unit, with the digit before them the inward part. */
const UNIT = 2;
const INWARD = 3;
const areaOf = (code: string): string => /^[A-Z]{1,2}(?=\d)/.exec(code)?.[0] ?? '';
const isSameWithout = (letters: number, a: string, b: string): boolean =>
  a.slice(0, -letters) === b.slice(0, -letters);

const postcodeLevel = (a: string, b: string): number => {
  const area = areaOf(a);
  if (area !== '' && isSameWithout(UNIT, a, b)) return at('same sector');
  if (isOneSlip(a, b)) return at('one slip');
  if (area === '' || area !== areaOf(b)) return at('different');
  return at(isSameWithout(INWARD, a, b) ? 'same district' : 'same area');
};

/** The nearest two of the postcodes that each lived at. */
export const postcodeComparison = ({ postcode }: Vocabulary): Comparison => {
  const nearest = (a: Prepared, b: Prepared): number => {
    let best: number = LEVELS.length;
    for (const x of a.postcodes)
      for (const y of b.postcodes) best = Math.min(best, x === y ? 0 : postcode.between(x, y, postcodeLevel));
    return best;
  };
  return {
    name: 'postcode',
    levels: LEVELS,
    compare: (a, b) => (a.postcodes.length === 0 || b.postcodes.length === 0 ? MISSING : nearest(a, b)),
    shared: { kind: 'postcode', of: (a, b) => a.postcodes.find((one) => b.postcodes.includes(one)) ?? 0 },
  };
};
