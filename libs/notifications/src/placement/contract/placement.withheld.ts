import type { RecordedFact } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
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

const findHost = ({ data }: PlacementFact): Host | undefined => ('host' in data ? data.host : undefined);

/**
 * Personal fields that addressees may not see. A restricted placement: all. Otherwise everything is shown to the host
 * of the fact; an authority that is not the host (it was before) learns that the child has gone, never where to.
 */
export const withheldFromAddressees = (fact: RecordedFact, addressee?: string): readonly string[] => {
  if (!isPlacementFact(fact)) return PLACEMENT_PERSONAL;
  if ('restricted' in fact.data && fact.data.restricted) return PLACEMENT_PERSONAL;
  const host = findHost(fact);
  const isHost = host === undefined || addressee === undefined || findHostAuthority(host) === addressee;
  return isHost ? [] : WHEREABOUTS;
};
