import type { NotificationDefinition } from '@ibex/kernel';
import type { DeskFact } from './desk.events';

/** The desks of an authority concern no child and are told to nobody. */
export const deskDefinition: NotificationDefinition<DeskFact> = {
  name: 'desk',
  title: 'Desks of an authority',
  category: 'authority',
  lane: 'standard',
  facts: {
    DeskNamed: {
      version: 1,
      tells: { internal: 'the authority’s own desks' },
      title: 'Desk named',
      personal: ['contact'],
    },
    EscalationSet: {
      version: 1,
      tells: { internal: 'the authority’s own desks' },
      title: 'Escalation set',
      personal: [],
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['contact'],
  refusals: [
    'desk/unknown',
    'desk/unknown-kind',
    'desk/steps-out-of-order',
    'desk/out-of-hours-closes',
    'desk/no-such-hours',
  ],
};
