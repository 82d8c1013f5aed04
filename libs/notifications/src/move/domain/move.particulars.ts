import { londonDateOf } from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';
import { isSameHost } from '../../shared/domain/host';
import type { MoveParticulars, Place } from './move.events';
import { fault } from './move.refusals';
import type { Fault } from './move.refusals';
import { asPermanent, gssOf, moveDateOf } from './move.state';

/** Nothing can be recorded as done that lies ahead, by the calendar in London. */
export const aheadOf = (now: Instant, date: CivilDate | undefined, field: string): Fault | undefined =>
  date !== undefined && date > londonDateOf(now) ? fault('move/not-yet-happened', field) : undefined;

// Housing Act 1996 s208(4): the authority that places gives the date; an authority that finds the family may not know it.
const lacksAccommodationDate = (move: MoveParticulars, by: string): boolean =>
  move.cohort === 'homeless-household' &&
  gssOf(move.fromAuthority) === by &&
  move.accommodationAvailableOn === undefined;

const endFault = (move: MoveParticulars): Fault | undefined => {
  const { temporaryUntil } = move;
  if (temporaryUntil === undefined) return undefined;
  if (move.permanence === 'permanent') return fault('move/not-temporary', 'temporaryUntil');
  return temporaryUntil < (moveDateOf(move) ?? temporaryUntil)
    ? fault('move/ends-before-move', 'temporaryUntil')
    : undefined;
};

/** What is wrong with the particulars themselves, whoever sends them. */
export const faultOf = (move: MoveParticulars, by: string, now: Instant): Fault | undefined => {
  if (isSameHost(move.fromAuthority, move.toAuthority)) return fault('move/same-authority', 'toAuthority');
  if (moveDateOf(move) === undefined) return fault('move/needs-a-date', 'movedOn');
  if (lacksAccommodationDate(move, by)) {
    return fault('move/s208-needs-accommodation-date', 'accommodationAvailableOn');
  }
  return aheadOf(now, move.movedOn, 'movedOn') ?? endFault(move);
};

/** The particulars after a correction. */
export const corrected = (move: MoveParticulars, corrections: Partial<MoveParticulars>): MoveParticulars => {
  const merged = { ...move, ...corrections };
  return corrections.permanence === 'permanent' && corrections.temporaryUntil === undefined
    ? asPermanent(merged)
    : merged;
};

/** Names of the fields that differ, in alphabetical order. */
export const changedFields = (before: MoveParticulars, after: MoveParticulars): readonly string[] => {
  const earlier = new Map<string, unknown>(Object.entries(before));
  const later = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((name) => JSON.stringify(earlier.get(name)) !== JSON.stringify(later.get(name)))
    .sort();
};

const dropsAuthority = (before: Place, after: Place): boolean =>
  before.kind === 'authority' && !isSameHost(before, after);

/**
 * An authority that was told must be told that it was told in error, and must not see what is right: that is a
 * withdrawal. The same holds for an address that turns out to need protection.
 */
export const needsWithdrawal = (before: MoveParticulars, after: MoveParticulars): Fault | undefined => {
  if (dropsAuthority(before.fromAuthority, after.fromAuthority)) {
    return fault('move/withdraw-instead', 'fromAuthority');
  }
  if (dropsAuthority(before.toAuthority, after.toAuthority)) {
    return fault('move/withdraw-instead', 'toAuthority');
  }
  return after.addressRestricted && !before.addressRestricted
    ? fault('move/withdraw-instead', 'addressRestricted')
    : undefined;
};
