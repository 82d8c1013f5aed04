import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { REVOCATION_REFUSALS } from './revocation.decider';
import { REVOCATION_CATEGORY } from './revocation.events';
import type { RevocationFact } from './revocation.events';

const within = (title: string): FactDefinition => ({
  version: 1,
  title,
  personal: ['reason'],
  tells: { internal: 'within the authority, whose governance reads it by its own route' },
});

/** Access taken from a person or a token, and given back. Concerns no child. */
export const revocationDefinition: NotificationDefinition<RevocationFact> = {
  name: 'revocation',
  title: 'Access taken away',
  category: REVOCATION_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  facts: { AccessRevoked: within('Access taken away'), RevocationLifted: within('Access given back') },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => ['reason'],
  refusals: REVOCATION_REFUSALS,
};
