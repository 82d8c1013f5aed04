import type { RecordedFact } from '@ibex/kernel';
import { recordedAs } from '../../shared/domain/recorded-as';
import { isMoveFact } from './move.events';
import type { MoveEvent, MoveFact, MoveFactData } from './move.events';
import { evolveMove, initialMove } from './move.state';
import type { KnownMove, MoveState } from './move.state';

/** A recorded fact of a move and how the move stood after it. */
export type Step = Readonly<{ fact: RecordedFact & MoveEvent; state: KnownMove }>;

/** Every step of one move, oldest first. */
export const historyOf = (facts: readonly RecordedFact[]): readonly Step[] => {
  let state: MoveState = initialMove;
  return facts.filter(isMoveFact).flatMap((fact) => {
    state = evolveMove(state, fact);
    return state.phase === 'unknown' ? [] : [{ fact, state }];
  });
};

/** Facts of one type, oldest first. */
export const factsOf = <T extends keyof MoveFactData>(
  steps: readonly Step[],
  type: T,
): readonly (RecordedFact & MoveFact<T>)[] =>
  steps.map(({ fact }): RecordedFact => fact).filter(recordedAs<MoveFact<T>>([type]));

/** The step from which on something has held without a break until now; undefined where it does not hold now. */
export const heldSince = (steps: readonly Step[], holds: (state: KnownMove) => boolean): Step | undefined =>
  steps[steps.findLastIndex(({ state }) => !holds(state)) + 1];
