import { accept } from '@ibex/kernel';
import type { Decision, Instant } from '@ibex/kernel';
import { isSameHost } from '../../shared/domain/host';
import type { ConsultHost, GoAhead, NotifyPlacement } from './placement.commands';
import { findCodeFault, hostShown, isKeptBack, isOwnArea, isTooFarAhead } from './placement.checks';
import type { Fault } from './placement.checks';
import type { PlacementHostConsulted, PlacementNotified, Supplied } from './placement.events';
import { no } from './placement.refusals';
import type { PlacementRefusal } from './placement.refusals';
import type { PlacementState } from './placement.state';
import { withPersonal } from '../../shared/domain/with-personal';

/** A new notice names its child, so it may open a stream and never continue one. */
const findTaken = (state: PlacementState, by: string): Fault | undefined => {
  if (state.phase === 'unknown') return undefined;
  if (state.owner !== by) return ['placement/not-known'];
  if (state.phase === 'withdrawn') return ['placement/withdrawn'];
  return state.phase === 'consulted' ? ['placement/already-consulted'] : ['placement/already-notified'];
};

/** A notice under a consultation takes the child from it, so it may continue a stream and never open one. */
const findNotConsulted = (state: PlacementState, by: string): Fault | undefined => {
  if (state.phase === 'unknown') return ['placement/not-known'];
  return state.phase === 'consulted' && state.owner === by ? undefined : findTaken(state, by);
};

/** CPPCR Regs 2010, reg 11(2)(d)(ii): before a placement at a distance the area authority is consulted. */
export const consult = (
  command: ConsultHost,
  state: PlacementState,
  now: Instant,
): Decision<PlacementHostConsulted, PlacementRefusal> => {
  const { data, personal } = command;
  const taken = findTaken(state, data.by);
  if (taken) return no(...taken);
  const restricted = isKeptBack(data.restricted, data.placementType);
  const host = hostShown(data.host, restricted);
  if (isOwnArea(host, data.by)) return no('placement/host-is-own-authority');
  if (data.intendedStartOn !== undefined && isTooFarAhead(data.intendedStartOn, now)) {
    return no('placement/too-far-ahead', 'intendedStartOn');
  }
  const { intendedStartOn: startsOn, ...rest } = data;
  const codeFault = findCodeFault({ ...rest, ...(startsOn === undefined ? {} : { startsOn }) });
  if (codeFault) return no(...codeFault);
  const told = { ...data, host, restricted, occurredAt: data.consultedOn };
  return accept(withPersonal('PlacementHostConsulted', told, personal));
};

/** Reg 13(4)(b): a copy of the care plan, unless it was supplied when the area authority was consulted. */
const carePlanAfter = (state: PlacementState, data: NotifyPlacement['data']): Supplied => {
  const before =
    state.phase === 'consulted' && isSameHost(state.host, data.host) ? state.carePlan : 'pending';
  return before === 'supplied' ? 'supplied' : data.carePlan;
};

/** CPPCR Regs 2010, reg 13(4): every placement outside the own area is notified, whatever its kind. */
export const notify = (
  command: NotifyPlacement | GoAhead,
  state: PlacementState,
  now: Instant,
): Decision<PlacementNotified, PlacementRefusal> => {
  const { data, personal } = command;
  const phaseFault = (command.type === 'GoAhead' ? findNotConsulted : findTaken)(state, data.by);
  if (phaseFault) return no(...phaseFault);
  const restricted = isKeptBack(data.restricted, data.placementType);
  const host = hostShown(data.host, restricted);
  if (isOwnArea(host, data.by)) return no('placement/host-is-own-authority');
  if (isTooFarAhead(data.startsOn, now)) return no('placement/too-far-ahead', 'startsOn');
  const codeFault = findCodeFault(data);
  if (codeFault) return no(...codeFault);
  const consulted = state.phase === 'consulted';
  const carePlan = carePlanAfter(state, data);
  const told = { ...data, host, restricted, carePlan, consulted, occurredAt: data.startsOn };
  return accept(withPersonal('PlacementNotified', told, personal));
};
