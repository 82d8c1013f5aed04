import type { Urgency } from '@ibex/kernel';
import type { Cohort } from '../domain/move.codes';
import type { MoveFactData, MoveParticulars } from '../domain/move.events';
import type { Step } from '../domain/move.history';

/** How soon a duty desk should look at a first notice; section 47 is "at once" wherever it is open. */
const OF_COHORT: Readonly<Record<Cohort, Urgency>> = {
  'child-protection-plan': 'prompt',
  'child-in-need': 'prompt',
  'section-47-open': 'urgent',
  'early-help-or-vulnerable': 'routine',
  'homeless-household': 'routine',
  'care-leaver': 'routine',
};

const OF_FACT: Readonly<Partial<Record<keyof MoveFactData, Urgency>>> = {
  MoveDeclined: 'prompt',
  TransferConferenceHeld: 'prompt',
  MoveResponsibilityHandedOver: 'prompt',
  MoveBecamePermanent: 'prompt',
  MoveCorrected: 'prompt',
  MoveWithdrawn: 'prompt',
};

const isAtRisk = (move: MoveParticulars): boolean =>
  move.section47Open || move.cohort === 'section-47-open' || move.cohort === 'child-protection-plan';

const ofNotice = (move: MoveParticulars): Urgency => {
  if (move.section47Open) return 'urgent';
  return move.unborn && OF_COHORT[move.cohort] === 'routine' ? 'prompt' : OF_COHORT[move.cohort];
};

/** A child at risk who does not arrive is nowhere anybody looks: the originating authority learns at once. */
export const urgencyOf = ({ fact, state }: Step, isNew: boolean): Urgency => {
  if (fact.type === 'MoveNotArrived') return isAtRisk(state.move) ? 'urgent' : 'prompt';
  return isNew ? ofNotice(state.move) : (OF_FACT[fact.type] ?? 'routine');
};
