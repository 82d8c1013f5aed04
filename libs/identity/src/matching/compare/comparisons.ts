import type { Vocabulary } from '../vocabulary';
import type { Comparison } from './comparison';
import { dobComparison } from './dob.compare';
import { nameComparisons } from './names.compare';
import { plainComparisons } from './plain.compare';
import { postcodeComparison } from './postcode.compare';

/** Everything that is compared. To add one: a Comparison, and its field in Person and Prepared. */
export const comparisonsOn = (vocabulary: Vocabulary): readonly Comparison[] => [
  ...nameComparisons(vocabulary),
  dobComparison(vocabulary),
  postcodeComparison(vocabulary),
  ...plainComparisons(vocabulary),
];
