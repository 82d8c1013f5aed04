import type { NeighbourRule, RecordedFact, Standing, Urgency } from '@ibex/kernel';
import { isPlacementFact } from '../domain/placement.events';
import type { PlacementFact } from '../domain/placement.events';
import { isRestricted, placementAfter } from '../domain/placement.state';
import { PLACEMENT_PERSONAL, withheldFromAddressees } from './placement.withheld';

/** What is settled between the two authorities of a placement stays between them: it has no entry here. */
const URGENCY: Readonly<Partial<Record<PlacementFact['type'], Urgency>>> = {
  PlacementNotified: 'routine',
  PlacementChanged: 'routine',
  PlacementCorrected: 'prompt',
  PlacementEnded: 'routine',
  PlacementWithdrawn: 'prompt',
};

const isClosed = (notice: readonly RecordedFact[]): boolean => isRestricted(placementAfter(notice));

/** A party to a sharing agreement sees what a former host does: that the child is placed, and neither where nor with whom. */
export const placementNeighbours: NeighbourRule = {
  urgencyOf: (fact, earlier) =>
    isPlacementFact(fact) && !isClosed([...earlier, fact]) ? URGENCY[fact.type] : undefined,
  withheld: (fact, earlier) =>
    isClosed([...earlier, fact])
      ? [...PLACEMENT_PERSONAL, ...Object.keys(fact.data)]
      : [...withheldFromAddressees(fact, '', earlier), 'homePostcode'],
  isClosed,
};

/** A consultation goes on until the placement is notified or withdrawn. */
export const placementStanding = (notice: readonly RecordedFact[]): Standing => {
  const { phase } = placementAfter(notice);
  if (phase === 'withdrawn') return 'recalled';
  return phase === 'ended' ? 'over' : 'live';
};
