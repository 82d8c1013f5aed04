import type { NotificationDefinition } from '@ibex/kernel';
import { NOT_SHARED_REFUSALS } from './not-shared.decider';
import { NOT_SHARED_CATEGORY } from './not-shared.events';
import type { DecidedNotToShare } from './not-shared.events';

/** Why something was not told is as much part of the account as what was. Nobody else is told of it. */
export const notSharedDefinition: NotificationDefinition<DecidedNotToShare> = {
  name: 'not-shared',
  title: 'Decision not to share',
  category: NOT_SHARED_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  facts: {
    DecidedNotToShare: {
      version: 1,
      title: 'Decided not to share',
      personal: ['reason'],
      tells: { internal: 'of the authority that decided, which reads it by its own route' },
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['reason'],
  refusals: NOT_SHARED_REFUSALS,
};
