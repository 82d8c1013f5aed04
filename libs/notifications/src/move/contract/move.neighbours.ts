import type { NeighbourRule, RecordedFact, Standing, Urgency } from '@ibex/kernel';
import { isMoveFact } from '../domain/move.events';
import type { MoveFactData } from '../domain/move.events';
import { historyOf } from '../domain/move.history';
import type { MoveState } from '../domain/move.state';
import { withheldOfMove } from './move.withheld';

/** What the two sides settle between them has no entry here. */
const URGENCY: Readonly<Partial<Record<keyof MoveFactData, Urgency>>> = {
  MoveNotified: 'prompt',
  MoveArrived: 'routine',
  MoveNotArrived: 'prompt',
  MoveCorrected: 'prompt',
  MoveWithdrawn: 'prompt',
};

const stateAfter = (notice: readonly RecordedFact[]): MoveState =>
  historyOf(notice).at(-1)?.state ?? { phase: 'unknown' };

const isClosed = (notice: readonly RecordedFact[]): boolean => {
  const state = stateAfter(notice);
  return state.phase !== 'unknown' && state.move.addressRestricted;
};

/** A party to a sharing agreement sees what a former party does: that the child moves, neither from where nor to where. */
export const moveNeighbours: NeighbourRule = {
  urgencyOf: (fact, earlier) =>
    isMoveFact(fact) && !isClosed([...earlier, fact]) ? URGENCY[fact.type] : undefined,
  withheld: (fact, earlier) => [
    ...withheldOfMove(fact, '', earlier),
    'homePostcode',
    ...(isClosed([...earlier, fact]) ? ['child', ...Object.keys(fact.data)] : []),
  ],
  isClosed,
};

export const moveStanding = (notice: readonly RecordedFact[]): Standing => {
  const { phase } = stateAfter(notice);
  if (phase === 'withdrawn') return 'recalled';
  return phase === 'handed-over' ? 'over' : 'live';
};
