import type { RecordedFact } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import { isPlacementFact } from '../domain/placement.events';
import type { PlacementFact } from '../domain/placement.events';

/** Every personal field of a placement fact. */
export const PLACEMENT_PERSONAL = [
  'child',
  'address',
  'postcode',
  'providerName',
  'contacts',
  'narrative',
] as const;

/** What tells where exactly the child lives, and with whom. */
const WHEREABOUTS = ['address', 'postcode', 'providerName', 'contacts', 'narrative'] as const;

/** What would tell of an adoption or a refuge, if only by its code. */
const TELLING_WHY = [
  'placementType',
  'provider',
  'providerUrn',
  'legalStatus',
  'reasonForNewEpisode',
  'reasonEpisodeCeased',
  'reasonForPlacementChange',
  'need',
  'known',
  'expectedEndOn',
  'corrected',
] as const;

type WithHost = Extract<PlacementFact, { data: { host: unknown } }>;
const hasHost = (fact: PlacementFact): fact is WithHost => 'host' in fact.data;

/** Of the hosts, each may see itself; the host of the fact may see who was host before it. */
const hostsWithheld = ({ data }: WithHost, addressee: string): readonly string[] => {
  const wasHost = 'previousHost' in data && findHostAuthority(data.previousHost) === addressee;
  return wasHost ? ['host'] : ['host', 'previousHost'];
};

/** An answer is between the host that gave it and the owner of the placement. */
const ofAnswer = (
  { data }: PlacementFact,
  addressee: string | undefined,
  earlier: readonly RecordedFact[],
): readonly string[] => {
  const owner = earlier.find(isPlacementFact)?.data.by;
  return addressee === undefined || addressee === data.by || addressee === owner ? [] : WHEREABOUTS;
};

/**
 * Fields that addressees may not see. A restricted placement: all that is personal, and what tells why it is
 * restricted. Otherwise everything is shown to the host of the fact; an authority that is not the host (it was before)
 * learns that the child has gone, never where to: neither the address nor the authority.
 */
export const withheldFromAddressees = (
  fact: RecordedFact,
  addressee?: string,
  earlier: readonly RecordedFact[] = [],
): readonly string[] => {
  if (!isPlacementFact(fact)) return PLACEMENT_PERSONAL;
  if (!hasHost(fact)) return ofAnswer(fact, addressee, earlier);
  const isHost = addressee === undefined || findHostAuthority(fact.data.host) === addressee;
  const hosts = isHost ? [] : hostsWithheld(fact, addressee);
  if (fact.data.restricted) return [...PLACEMENT_PERSONAL, ...TELLING_WHY, ...hosts];
  return isHost ? [] : [...WHEREABOUTS, ...hosts];
};
