import { isOneSlip, likeness, mayBeAlike } from '../strings';
import type { TermKind, Vocabulary } from '../vocabulary';
import { addressLevel } from './address-level';
import { MISSING } from './comparison';
import type { Comparison } from './comparison';

type Single = Exclude<TermKind, 'word' | 'postcode'>;
/** Level of two values that differ. */
type Judge = (a: string, b: string) => number;

const single = (
  vocabulary: Vocabulary,
  name: Single,
  levels: readonly string[],
  judge: Judge,
): Comparison => ({
  name,
  levels,
  compare: (a, b) => {
    const [x, y] = [a[name], b[name]];
    if (x === 0 || y === 0) return MISSING;
    return x === y ? 0 : vocabulary[name].between(x, y, judge);
  },
  shared: { kind: name, of: (a) => a[name] },
});

const differs: Judge = () => 1;
const slips: Judge = (a, b) => (isOneSlip(a, b) ? 1 : 2);
/** The first letter of a DfE ethnicity code is its main group. */
const ethnicity: Judge = (a, b) => (a.charAt(0) === b.charAt(0) ? 1 : 2);
const place: Judge = (a, b) => (mayBeAlike(a, b) && (isOneSlip(a, b) || likeness(a, b) >= 0.88) ? 1 : 2);

const localPartOf = (email: string): string => email.split('@', 1)[0] ?? '';
const email: Judge = (a, b) => {
  const [x, y] = [localPartOf(a), localPartOf(b)];
  if (x === y) return 1;
  if (!mayBeAlike(x, y)) return 3;
  if (isOneSlip(a, b) || likeness(a, b) >= 0.93) return 1;
  return likeness(x, y) >= 0.85 ? 2 : 3;
};

const EITHER = ['same', 'different'] as const;
const NUMBER = ['same', 'one slip', 'different'] as const;

/** What is one value of each person. */
export const plainComparisons = (v: Vocabulary): readonly Comparison[] => [
  single(v, 'sex', EITHER, differs),
  single(v, 'ethnicity', ['same', 'same group', 'different'], ethnicity),
  single(v, 'nhsNumber', NUMBER, slips),
  single(v, 'upn', NUMBER, slips),
  single(v, 'identifier', NUMBER, slips),
  single(v, 'email', ['same', 'near', 'alike', 'different'], email),
  single(v, 'address', ['same', 'contained', 'most', 'some', 'different'], addressLevel),
  single(v, 'place', ['same', 'near', 'different'], place),
  single(v, 'school', EITHER, differs),
  single(v, 'occupation', EITHER, differs),
  single(v, 'source', EITHER, differs),
];
