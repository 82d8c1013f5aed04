import { isProviderUrn, isSameHost } from '@ibex/notifications';
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

/** A host that people established stays when the return knows none, and what they restricted stays restricted. */
const hostOf = ({ host, first }: PlacedPeriod, held: OwnPlacement): Body => {
  if (host.kind === 'unknown' || held.restricted || isSameAnswer(host, held.host)) return {};
  return host.kind === 'withheld' ? { placementType: first.place, restricted: true } : hostFields(host);
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
  ...hostOf(period, held),
  ...endOf(period, held, returnTo),
});
