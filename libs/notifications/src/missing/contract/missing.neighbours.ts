import type { NeighbourRule, RecordedFact, Standing, Urgency } from '@ibex/kernel';
import { isMissingFact } from '../domain/missing.events';
import type { MissingFactType } from '../domain/missing.events';
import { isPast, stateAfter } from '../domain/missing.history';
import { PERSONAL_FIELDS } from '../domain/missing.personal-fields';
import { isRestricted } from '../domain/missing.state';
import { LEADING_TO_PLACEMENT } from './missing.withheld';

/** Whom to look for, and when to stop. The interview and the discussion are for those who work on the case. */
const URGENCY: Readonly<Partial<Record<MissingFactType, Urgency>>> = {
  MissingReported: 'urgent',
  MissingUpdated: 'prompt',
  MissingSighted: 'prompt',
  MissingFound: 'prompt',
  MissingCorrected: 'prompt',
  MissingClosed: 'routine',
  MissingWithdrawn: 'prompt',
};

const isClosed = (notice: readonly RecordedFact[]): boolean => {
  const state = stateAfter(notice);
  return state.phase !== 'unknown' && isRestricted(state.episode);
};

const urgencyOf = (fact: RecordedFact, earlier: readonly RecordedFact[]): Urgency | undefined => {
  const state = stateAfter([...earlier, fact]);
  if (!isMissingFact(fact) || state.phase === 'unknown' || isRestricted(state.episode)) return undefined;
  const urgency = URGENCY[fact.type];
  return urgency !== undefined && isPast(fact, state.episode) ? 'routine' : urgency;
};

/**
 * A party to a sharing agreement sees what the areas at risk see of a restricted placement: whom to look for, and
 * nothing that leads to where the child lives. Once a placement is restricted it sees nothing.
 */
export const missingNeighbours: NeighbourRule = {
  urgencyOf,
  withheld: (fact, earlier) =>
    isMissingFact(fact) && !isClosed([...earlier, fact])
      ? [...LEADING_TO_PLACEMENT, 'host']
      : ['child', ...Object.values(PERSONAL_FIELDS).flat(), ...Object.keys(fact.data)],
  isClosed,
};

export const missingStanding = (notice: readonly RecordedFact[]): Standing => {
  const { phase } = stateAfter(notice);
  if (phase === 'withdrawn') return 'recalled';
  return phase === 'ended' || phase === 'closed' ? 'over' : 'live';
};
