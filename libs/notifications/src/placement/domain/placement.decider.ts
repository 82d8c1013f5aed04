import { never } from '@ibex/kernel';
import type { Decider, Decision, Instant } from '@ibex/kernel';
import { acknowledge, respond } from './placement.answer';
import type { CourseCommand, PlacementCommand } from './placement.commands';
import { correct } from './placement.correction';
import { change, end, supply, withdraw } from './placement.course';
import type { PlacementFact } from './placement.events';
import { consult, notify } from './placement.opening';
import { no } from './placement.refusals';
import type { PlacementRefusal } from './placement.refusals';
import { UNKNOWN_PLACEMENT, evolvePlacement } from './placement.state';
import type { PlacementState } from './placement.state';

type PlacementDecision = Decision<PlacementFact, PlacementRefusal>;

/** Everything after the opening needs a placement of the own authority; another's looks like none. */
const decideCourse = (command: CourseCommand, state: PlacementState, now: Instant): PlacementDecision => {
  if (state.phase === 'unknown' || state.owner !== command.data.by) return no('placement/not-known');
  switch (command.type) {
    case 'SupplyInformation':
      return supply(command, state);
    case 'ChangeHost':
      return change(command, state, now);
    case 'CorrectPlacement':
      return correct(command, state, now);
    case 'EndPlacement':
      return end(command, state, now);
    case 'WithdrawPlacement':
      return withdraw(command, state);
    default:
      return never(command);
  }
};

/** A looked-after child placed in the area of another authority, from consultation to the end. */
export const placementDecider: Decider<PlacementCommand, PlacementFact, PlacementState, PlacementRefusal> = {
  initialState: UNKNOWN_PLACEMENT,
  decide(command, state, now): PlacementDecision {
    if (command.type === 'ConsultHost') return consult(command, state, now);
    if (command.type === 'NotifyPlacement' || command.type === 'GoAhead') return notify(command, state, now);
    if (command.type === 'AcknowledgePlacement') return acknowledge(command, state);
    if (command.type === 'RespondToPlacement') return respond(command, state);
    return decideCourse(command, state, now);
  },
  evolve: evolvePlacement,
};
