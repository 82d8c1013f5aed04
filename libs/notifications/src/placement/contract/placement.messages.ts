import type { MessageMapping } from '@ibex/kernel';
import { told } from '../../shared/contract/message-names';
import type { PlacementFact } from '../domain/placement.events';

/** How each fact is told outside. */
export const placementMessages: Readonly<Record<PlacementFact['type'], MessageMapping>> = {
  PlacementHostConsulted: told(
    'placement',
    'consulted',
    'An authority is consulted about placing a child at a distance, in its area.',
  ),
  PlacementNotified: told('placement', 'notified', 'A looked-after child is or will be placed in the area.'),
  PlacementSupplied: told('placement', 'supplied', 'Care plan or assessment that was pending is supplied.'),
  PlacementChanged: told(
    'placement',
    'changed',
    'The carer moved and the child with them: the new host takes over from the old.',
  ),
  PlacementCorrected: told('placement', 'corrected', 'Something told before was wrong and is put right.'),
  PlacementEnded: told('placement', 'ended', 'A placement in the area ends or has ended.'),
  PlacementWithdrawn: told('placement', 'withdrawn', 'A placement was posted in error and is recalled.'),
  PlacementAcknowledged: told('placement', 'acknowledged', 'The host authority knows of the placement.'),
  PlacementResponded: told('placement', 'responded', 'The host authority says what it did or asks.'),
};
