import { canaryDefinition } from './canary/canary.definition';
import { calendarDefinition } from './clocks/calendar.definition';
import { clockDefinition } from './clocks/clock.definition';
import { mendingDefinition } from './dispatch/mending/mending.definition';
import { deliveryDefinition } from './ladder/delivery.definition';
import { taskDefinition } from './tasks/task.definition';

/** Everything that this lib records: what a process must know that reads the log. */
export const deliveryDefinitions = [
  deliveryDefinition,
  taskDefinition,
  mendingDefinition,
  clockDefinition,
  calendarDefinition,
  canaryDefinition,
];
