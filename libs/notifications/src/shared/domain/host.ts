import { OUTSIDE_ENGLAND } from './ssda903.codes';
import type { OutsideEngland } from './ssda903.codes';

/**
 * The authority in whose area a child is placed. `unknown`: not yet established, nobody is told. `withheld`: known to
 * the owner alone and kept from everyone else, nobody is told.
 */
export type Host =
  | Readonly<{ kind: 'authority'; gss: string }>
  | Readonly<{ kind: 'outside-england'; code: OutsideEngland }>
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'withheld' }>;

export const UNKNOWN_HOST: Host = { kind: 'unknown' };
export const WITHHELD_HOST: Host = { kind: 'withheld' };

/** A code of a place outside England, and none of the words that every object knows, such as `constructor`. */
export const isOutsideEngland = (code: string): code is OutsideEngland =>
  Object.hasOwn(OUTSIDE_ENGLAND, code);

/** The host that can be told through the exchange. */
export const findHostAuthority = (host: Host): string | undefined =>
  host.kind === 'authority' ? host.gss : undefined;

/** True when both name the same place; two unknown or withheld hosts are never known to be the same. */
export const isSameHost = (one: Host, other: Host): boolean => {
  if (one.kind === 'authority') return other.kind === 'authority' && one.gss === other.gss;
  if (one.kind === 'outside-england') return other.kind === 'outside-england' && one.code === other.code;
  return false;
};

/** Placed for adoption: the record before and the record after an adoption must never be linked, so nobody is told. */
export const RESTRICTED_PLACEMENT_TYPES: readonly string[] = ['A3', 'A4', 'A5', 'A6'];

export const isRestrictedPlacement = (placementType: string | undefined): boolean =>
  placementType !== undefined && RESTRICTED_PLACEMENT_TYPES.includes(placementType);
