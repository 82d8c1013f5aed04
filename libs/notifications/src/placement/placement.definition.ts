import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { placementAudience } from './contract/placement.audience';
import { placementMessages } from './contract/placement.messages';
import { placementNeighbours, placementStanding } from './contract/placement.neighbours';
import { PLACEMENT_PERSONAL, withheldFromAddressees } from './contract/placement.withheld';
import { placementDeadlines } from './domain/placement.deadlines';
import type { PlacementFact } from './domain/placement.events';
import { PLACEMENT_REFUSALS } from './domain/placement.refusals';
import { placementUpcasters } from './domain/placement.upcasters';

const fact = (
  type: PlacementFact['type'],
  title: string,
  personal: readonly string[] = ['narrative'],
): FactDefinition => ({
  version: 1,
  upcasters: placementUpcasters[type] ?? {},
  tells: placementMessages[type],
  title,
  personal,
});

const WHEREABOUTS = ['address', 'postcode', 'providerName', 'contacts', 'narrative'];

/** Looked-after children placed in the area of another authority (CPPCR Regs 2010, regs 11 to 14). */
export const placementDefinition: NotificationDefinition<PlacementFact> = {
  name: 'placement',
  title: 'Placement of a looked-after child in another authority’s area',
  category: 'placement',
  lane: 'standard',
  facts: {
    PlacementHostConsulted: fact('PlacementHostConsulted', 'Host authority consulted', PLACEMENT_PERSONAL),
    PlacementNotified: fact('PlacementNotified', 'Placement notified', PLACEMENT_PERSONAL),
    PlacementSupplied: fact('PlacementSupplied', 'Care plan or assessment supplied', [
      'contacts',
      'narrative',
    ]),
    PlacementChanged: fact('PlacementChanged', 'Carer moved to another area', WHEREABOUTS),
    PlacementCorrected: fact('PlacementCorrected', 'Placement corrected', PLACEMENT_PERSONAL),
    PlacementEnded: fact('PlacementEnded', 'Placement ended'),
    PlacementWithdrawn: fact('PlacementWithdrawn', 'Placement withdrawn as posted in error'),
    PlacementAcknowledged: fact('PlacementAcknowledged', 'Host authority acknowledged the placement'),
    PlacementResponded: fact('PlacementResponded', 'Host authority answered', ['contacts', 'narrative']),
  },
  audience: placementAudience,
  deadlines: placementDeadlines,
  dutyKinds: [
    'tell-host',
    'supply-care-plan',
    'supply-assessment',
    'acknowledge',
    'assess-risk',
    'establish-host',
    'end-notice',
    'answer-consultation',
  ],
  withheldFromAddressees,
  neighbours: placementNeighbours,
  standingOf: placementStanding,
  refusals: PLACEMENT_REFUSALS,
};
