import type { RecordedFact } from '@ibex/kernel';
import { isMissingFact } from '../domain/missing.events';
import type { MissingFact } from '../domain/missing.events';
import { stateAfter } from '../domain/missing.history';
import { PERSONAL_FIELDS } from '../domain/missing.personal-fields';
import { concernedBy } from '../domain/missing.told';

/** Personal fields that lead, or may lead, to where the child lives. */
export const LEADING_TO_PLACEMENT = [
  'placementAddress',
  'placementPostcode',
  'homePostcode',
  'lastSeenPlace',
  'circumstances',
  'knownAssociates',
  'whereabouts',
  'narrative',
  // its shape tells the force, and the force may tell the county
  'policeReference',
];

/** What tells openly where the child lives, was seen or was found. */
const OPEN_PLACES = ['host', 'policeForce', 'area', 'end', 'areasAtRisk', 'newAreasAtRisk'];

/** Told before, and concerned no more: a correction named another host. */
const isFormer = (fact: RecordedFact, addressee: string, earlier: readonly RecordedFact[]): boolean => {
  const state = stateAfter([...earlier, fact]);
  return state.phase !== 'unknown' && !concernedBy(state.episode).some(({ gss }) => gss === addressee);
};

const isRestricted = ({ data }: MissingFact): boolean => 'restricted' in data;

/**
 * Of a restricted placement the areas at risk learn whom to look for, never from where: description and contacts
 * stay, places and accounts do not. Of any other they learn the host as well, so that they know whom to ring. An
 * authority that was told as host by mistake learns that it was a mistake, and nothing else.
 */
export const withheldOfMissing = (
  fact: RecordedFact,
  addressee?: string,
  earlier: readonly RecordedFact[] = [],
): readonly string[] => {
  if (!isMissingFact(fact)) return [];
  const former = addressee !== undefined && isFormer(fact, addressee, earlier);
  return [
    ...(isRestricted(fact) ? LEADING_TO_PLACEMENT : []),
    ...(former ? [...PERSONAL_FIELDS[fact.type], ...OPEN_PLACES] : []),
  ];
};
