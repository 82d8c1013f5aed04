import type { NotificationDefinition } from '@ibex/kernel';
import { moveAudience } from './contract/move.audience';
import { MOVE_FACTS } from './contract/move.messages';
import { moveNeighbours, moveStanding } from './contract/move.neighbours';
import { withheldOfMove } from './contract/move.withheld';
import { moveDeadlines } from './domain/move.deadlines';
import type { MoveEvent } from './domain/move.events';
import { MOVE_REFUSALS } from './domain/move.refusals';

/** A child, young person or homeless household moves from one authority to another. One notice is one child. */
export const moveDefinition: NotificationDefinition<MoveEvent> = {
  name: 'move',
  title: 'Move between authorities',
  category: 'move',
  lane: 'standard',
  facts: MOVE_FACTS,
  audience: moveAudience,
  deadlines: moveDeadlines,
  dutyKinds: [
    'hold-transfer-in-conference',
    'give-section-208-notice',
    'review-temporary-move',
    'supply-information',
    'answer-referral',
    'agree-section-47',
    'keep-duties',
    'establish-authority',
    'raise-missing-family-alert',
    'tell-by-other-means',
  ],
  withheldFromAddressees: withheldOfMove,
  neighbours: moveNeighbours,
  standingOf: moveStanding,
  refusals: Object.keys(MOVE_REFUSALS),
};
