import type { NotificationDefinition } from '@ibex/kernel';
import type { DayProclaimed } from './calendar.decider';

export const calendarDefinition: NotificationDefinition<DayProclaimed> = {
  name: 'calendar',
  title: 'Calendar of England and Wales',
  category: 'calendar',
  lane: 'standard',
  facts: {
    DayProclaimed: {
      version: 1,
      tells: { internal: 'it moves dates; each date that moves is told by its own clock' },
      title: 'Bank holiday proclaimed',
      personal: [],
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: ['calendar/already-proclaimed', 'calendar/no-working-day'],
};
