import type { RecordedFact } from '@ibex/kernel';
import { isMissingFact } from '../domain/missing.events';

/** Personal fields that lead, or may lead, to where the child lives. */
const LEADING_TO_PLACEMENT = [
  'placementAddress',
  'placementPostcode',
  'lastSeenPlace',
  'circumstances',
  'knownAssociates',
  'whereabouts',
  'narrative',
  // its shape tells the force, and the force may tell the county
  'policeReference',
];

/**
 * Of a restricted placement the areas at risk learn whom to look for, never from where: description and contacts
 * stay, places and accounts do not.
 */
export const withheldOfMissing = (fact: RecordedFact): readonly string[] => {
  if (!isMissingFact(fact)) return [];
  return 'restricted' in fact.data && fact.data.restricted === true ? LEADING_TO_PLACEMENT : [];
};
