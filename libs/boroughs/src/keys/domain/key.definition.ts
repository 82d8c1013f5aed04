import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { KeyFact } from './key.events';
import { KEY_REFUSALS } from './key.refusals';

const own = (title: string): FactDefinition => ({
  version: 1,
  title,
  personal: [],
  tells: { internal: 'the authority’s own keys' },
});

/** Keys concern no child and are told to nobody. */
export const keyDefinition: NotificationDefinition<KeyFact> = {
  name: 'key',
  title: 'Encryption keys of an authority',
  category: 'keyring',
  lane: 'standard',
  facts: {
    KeyOffered: own('Key offered'),
    KeyProved: own('Key proved'),
    KeyRetired: own('Key retired'),
    KeyRevoked: own('Key revoked'),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: KEY_REFUSALS,
};
