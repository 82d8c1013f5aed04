import { accept } from '@ibex/kernel';
import type { Decision } from '@ibex/kernel';
import { findHostAuthority } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
import { withPersonal } from '../../shared/domain/with-personal';
import type { AcknowledgePlacement, RespondToPlacement } from './placement.commands';
import type { Fault } from './placement.checks';
import type { PlacementAcknowledged, PlacementResponded } from './placement.events';
import { no } from './placement.refusals';
import type { PlacementRefusal } from './placement.refusals';
import { hostOf } from './placement.state';
import type { PlacementState } from './placement.state';

const isParty = ({ owner, told }: Exclude<PlacementState, { phase: 'unknown' }>, by: string): boolean =>
  owner === by || told.includes(by);
const isHostHidden = ({ kind }: Host): boolean => kind === 'unknown' || kind === 'withheld';

/** Only the host as it stands answers; an authority that was never told learns nothing, not even that there is a placement. */
const findHostFault = (state: PlacementState, by: string): Fault | undefined => {
  if (state.phase === 'unknown' || !isParty(state, by)) return ['placement/not-known'];
  if (state.phase === 'withdrawn') return ['placement/withdrawn'];
  const host = hostOf(state);
  if (findHostAuthority(host) === by) return undefined;
  // an authority told before need not learn that the new host is unknown or withheld
  return state.owner === by && isHostHidden(host) ? ['placement/host-unknown'] : ['placement/not-host'];
};

/** The host confirms that it knows. Doing so again changes nothing. */
export const acknowledge = (
  { data, personal }: AcknowledgePlacement,
  state: PlacementState,
): Decision<PlacementAcknowledged, PlacementRefusal> => {
  const fault = findHostFault(state, data.by);
  if (fault) return no(...fault);
  if ('acknowledgedBy' in state && state.acknowledgedBy === data.by) return accept();
  return accept(withPersonal('PlacementAcknowledged', { by: data.by }, personal));
};

/** What the host did with it: while it is consulted, or while the child lives in its area. */
export const respond = (
  { data, personal }: RespondToPlacement,
  state: PlacementState,
): Decision<PlacementResponded, PlacementRefusal> => {
  const fault = findHostFault(state, data.by);
  if (fault) return no(...fault);
  if (state.phase === 'ended') return no('placement/not-active');
  return accept(withPersonal('PlacementResponded', { ...data }, personal));
};
