import { accept } from '@ibex/kernel';
import type { Decision, Instant } from '@ibex/kernel';
import { isSameHost } from '../../shared/domain/host';
import { withPersonal } from '../../shared/domain/with-personal';
import type { ChangeHost, EndPlacement, SupplyInformation, WithdrawPlacement } from './placement.commands';
import { hostShown, isOwnArea, isTooFarAhead } from './placement.checks';
import type { Fault } from './placement.checks';
import type {
  PlacementChanged,
  PlacementEnded,
  PlacementSupplied,
  PlacementWithdrawn,
} from './placement.events';
import { no } from './placement.refusals';
import type { PlacementRefusal } from './placement.refusals';
import { hostOf, isRestricted } from './placement.state';
import type { Active, PlacementState } from './placement.state';

/** Reg 13(4)(a) and (b): what was pending when the host was told. A newer version may be supplied later as well. */
export const supply = (
  { data, personal }: SupplyInformation,
  state: PlacementState,
): Decision<PlacementSupplied, PlacementRefusal> => {
  if (state.phase === 'withdrawn') return no('placement/withdrawn');
  if (data.supplied.length === 0 && data.toldByOtherMeansOn === undefined)
    return no('placement/nothing-supplied');
  const at = { host: hostOf(state), restricted: isRestricted(state) };
  return accept(withPersonal('PlacementSupplied', { ...data, ...at }, personal));
};

/** Why something cannot be done to a placement that has to be going on. */
const findInactiveFault = (state: PlacementState): Fault => {
  if (state.phase === 'withdrawn') return ['placement/withdrawn'];
  return state.phase === 'ended' ? ['placement/ended-already'] : ['placement/not-active'];
};

const findChangeFault = (data: ChangeHost['data'], state: Active, now: Instant): Fault | undefined => {
  const { host, changedOn, by } = data;
  if (changedOn < (state.changedOn ?? state.placement.startsOn)) return ['placement/changed-before-start'];
  if (isTooFarAhead(changedOn, now)) return ['placement/too-far-ahead', 'changedOn'];
  if (isOwnArea(host, by)) return ['placement/host-is-own-authority'];
  return isSameHost(host, state.placement.host) ? ['placement/change-needs-new-host'] : undefined;
};

/** SSDA903 RNE code T: another placement address with the same carer. Reg 13(4) applies anew to the new area. */
export const change = (
  { data, personal }: ChangeHost,
  state: PlacementState,
  now: Instant,
): Decision<PlacementChanged, PlacementRefusal> => {
  if (state.phase !== 'active') return no(...findInactiveFault(state));
  const restricted = data.restricted || state.placement.restricted;
  const host = hostShown(data.host, restricted);
  const fault = findChangeFault({ ...data, host }, state, now);
  if (fault) return no(...fault);
  const previousHost = state.placement.host;
  const told = { ...data, host, restricted, previousHost, occurredAt: data.changedOn };
  return accept(withPersonal('PlacementChanged', told, personal));
};

/** CPPCR Regs 2010, reg 14(2)(c): before the placement ends, else within 10 working days after it ended. */
export const end = (
  { data, personal }: EndPlacement,
  state: PlacementState,
  now: Instant,
): Decision<PlacementEnded, PlacementRefusal> => {
  if (state.phase !== 'active') return no(...findInactiveFault(state));
  if (data.endedOn < state.placement.startsOn) return no('placement/ends-before-start');
  if (state.changedOn !== undefined && data.endedOn < state.changedOn)
    return no('placement/ends-before-change');
  if (isTooFarAhead(data.endedOn, now)) return no('placement/too-far-ahead', 'endedOn');
  const { host, restricted } = state.placement;
  const told = { ...data, host, restricted, occurredAt: data.endedOn };
  return accept(withPersonal('PlacementEnded', told, personal));
};

/** Posted in error: everyone who was ever told is told to take it out again. */
export const withdraw = (
  { data, personal }: WithdrawPlacement,
  state: PlacementState,
): Decision<PlacementWithdrawn, PlacementRefusal> => {
  if (state.phase === 'withdrawn') return no('placement/withdrawn');
  const at = { host: hostOf(state), restricted: isRestricted(state) };
  return accept(withPersonal('PlacementWithdrawn', { ...data, ...at }, personal));
};
