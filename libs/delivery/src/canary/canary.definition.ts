import type { NotificationDefinition } from '@ibex/kernel';
import { CANARY_REFUSALS } from './canary.decider';
import { CANARY_MAILBOX, CANARY_MESSAGE } from './canary.events';
import type { CanaryFact } from './canary.events';

/**
 * Something to send along the way of a missing child's notice, in the lane that nothing may hold up. It has no record,
 * opens no duty, reaches no authority, and is of a type that no view takes for a notice.
 */
export const canaryDefinition: NotificationDefinition<CanaryFact> = {
  name: 'canary',
  title: 'Canary of the exchange',
  category: 'canary',
  lane: 'urgent',
  concernsNobody: true,
  facts: {
    CanarySent: {
      version: 1,
      tells: {
        message: CANARY_MESSAGE,
        version: 1,
        summary: 'A canary of the exchange. It is about nobody.',
      },
      title: 'Canary: about nobody',
      personal: [],
    },
    CanarySeen: {
      version: 1,
      tells: { internal: 'it says how long the canary took, to those who run the service' },
      title: 'Canary seen',
      personal: [],
    },
  },
  audience: ({ type }) =>
    type === 'CanarySent'
      ? [
          {
            ...{ authority: CANARY_MAILBOX, capacity: 'addressee', urgency: 'urgent' },
            basis: { text: 'A canary of the exchange, about nobody', source: 'Service of the exchange' },
          },
        ]
      : [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: CANARY_REFUSALS,
};
