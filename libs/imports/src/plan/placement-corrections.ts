import { isPostcode, isProviderUrn, isSameHost, normalisePostcode } from '@ibex/notifications';
import type { Host } from '@ibex/notifications';
import type { OwnPlacement } from '../exchange/exchange-client.port';
import type { PlacedPeriod } from '../ssda903/child-file';
import { hostFields } from './bodies';

type Body = Readonly<Record<string, unknown>>;

/** Two unknown or two withheld hosts are the same answer, though nobody knows that they are the same place. */
export const isSameAnswer = (one: Host, other: Host): boolean =>
  isSameHost(one, other) || (one.kind === other.kind && (one.kind === 'unknown' || one.kind === 'withheld'));

/** Next year's return begins with the legal change of last spring: that is not when the stay began. */
const startOf = (period: PlacedPeriod, held: OwnPlacement): Body => {
  const isKnownEarlier = period.startReason === 'L' && held.startsOn < period.start;
  return isKnownEarlier || held.startsOn === period.start ? {} : { startsOn: period.start };
};

/** Another postcode than was told; blank or unreadable ones say nothing. */
const postcodeOf = ({ first }: PlacedPeriod, held: OwnPlacement): Body => {
  const postcode = normalisePostcode(first.postcode);
  return !isPostcode(postcode) || postcode === held.postcode ? {} : { postcode };
};

/**
 * Host and postcode go together. A host that people established stays where the return knows none, and what they
 * restricted stays restricted.
 */
const placeOf = (period: PlacedPeriod, held: OwnPlacement): Body => {
  const { host, first } = period;
  if (held.restricted || (host.kind === 'unknown' && held.host.kind !== 'unknown')) return {};
  if (host.kind === 'withheld') return { placementType: first.place, restricted: true };
  const postcode = postcodeOf(period, held);
  const isSame = isSameAnswer(host, held.host) && Object.keys(postcode).length === 0;
  return isSame ? {} : { ...hostFields(host), ...postcode };
};

const codesOf = ({ first }: PlacedPeriod, held: OwnPlacement): Body => ({
  ...(first.place === held.placementType ? {} : { placementType: first.place }),
  ...(first.provider === '' || first.provider === held.provider ? {} : { provider: first.provider }),
  ...(!isProviderUrn(first.urn) || first.urn === held.providerUrn ? {} : { providerUrn: first.urn }),
});

/** A return that was made before the placement ended says nothing about its end. */
const endOf = ({ end }: PlacedPeriod, held: OwnPlacement, returnTo: string): Body => {
  if (held.endedOn === undefined || held.endedOn === end) return {};
  if (end !== undefined) return { endedOn: end };
  return held.endedOn > returnTo ? {} : { stillOpen: true };
};

/** What the return says otherwise than the exchange holds it; empty where they agree. Only what differs is sent. */
export const correctionsOf = (period: PlacedPeriod, held: OwnPlacement, returnTo: string): Body => ({
  ...startOf(period, held),
  ...codesOf(period, held),
  ...placeOf(period, held),
  ...endOf(period, held, returnTo),
});
