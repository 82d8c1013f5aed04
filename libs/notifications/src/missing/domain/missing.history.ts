import { foldOf } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';
import { isMissingFact } from './missing.events';
import type { MissingFact, MissingFactType } from './missing.events';
import { isHistory } from './missing.moment';
import { evolveMissing, initialMissing } from './missing.state';
import type { Episode, MissingState } from './missing.state';

/** A missing fact, and when IBEX recorded it. */
export type Recorded<T extends MissingFactType = MissingFactType> = MissingFact<T> &
  Readonly<{ recordedAt: Instant }>;

export const stateAfter = foldOf<MissingState>(initialMissing, (state, fact) =>
  isMissingFact(fact) ? evolveMissing(state, fact) : state,
);

/**
 * Told for the record only: the episode was over when it was reported, or more than seven days had passed. There is
 * nothing urgent to act on, which is why the statutory guidance of 2014 ("without delay") asks for no haste.
 */
export const isPast = (fact: Recorded, { alreadyOver }: Episode): boolean => {
  if (alreadyOver) return true;
  if (fact.type === 'MissingReported') return isHistory(fact.data.lastSeen, fact.recordedAt);
  return 'when' in fact.data && isHistory(fact.data.when, fact.recordedAt);
};
