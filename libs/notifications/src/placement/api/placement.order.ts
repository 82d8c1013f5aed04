import type { Incoming, Order } from '@ibex/runtime';
import type { PlacementCommand } from '../domain/placement.commands';

/** A command on its way to the stream of its placement. */
export const placementOrder = (
  { id, submission }: Incoming<object>,
  command: PlacementCommand,
): Order<PlacementCommand> => ({ stream: `placement-${id}`, command, submission });
