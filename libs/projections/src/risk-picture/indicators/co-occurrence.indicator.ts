import { notKnown } from '../absence';
import type { AreaCount, Finding, Indicator, Picture } from '../picture';

/** Fewer than this many records are told as "fewer than five, or none": nobody can tell one from none. */
export const SMALLEST_SHOWN = 5;

const WORDS: Readonly<Record<AreaCount['what'], string>> = {
  missing: 'missing, and may head for, were seen or were found in',
  exploitation: 'thought to be exploited in',
  placed: 'newly placed in',
};

/** Counts in steps of five, downwards; below five nothing that could tell one from none. */
export const suppressed = (records: number): string =>
  records < SMALLEST_SHOWN
    ? 'fewer than five, or none'
    : `at least ${String(Math.floor(records / SMALLEST_SHOWN) * SMALLEST_SHOWN)}`;

const of = (picture: Picture): Finding => {
  if (picture.isPast) return notKnown('Not worked out for a moment of the past.');
  if (picture.areaCounts.length === 0)
    return notKnown('No area was named for this child, so there is nothing to compare.');
  return {
    state: 'found',
    says: 'Children of other authorities whose notices name the same areas.',
    values: picture.areaCounts.map(({ area, what, records }) => ({
      label: `${WORDS[what]} ${picture.nameOf(area)}`,
      text: suppressed(records),
    })),
    facts: [],
  };
};

export const coOccurrence: Indicator = {
  name: 'co-occurrence',
  title: 'Same areas as other children',
  definition:
    'For each area that this child’s notices of the last twelve whole weeks name: how many records of other authorities name it too, in steps of five. Fewer than five, none included, are not told apart, so that no child can be found by it. Your own authority’s records, restricted ones and recalled notices are not counted. A child that two authorities know may count twice. Weeks run from Monday to Sunday, and the present week does not count.',
  window: 'The twelve whole weeks before this one.',
  group: 'whereabouts',
  notifications: ['missing', 'exploitation', 'placement'],
  of,
};
