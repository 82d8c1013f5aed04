import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { MendingFact } from './mending.events';

const kept = (title: string): FactDefinition => ({
  version: 1,
  tells: { internal: 'the subscription’s own authority reads it' },
  title,
  personal: [],
});

/** What is put right by hand for a subscription. It stays with the subscription's authority. */
export const mendingDefinition: NotificationDefinition<MendingFact> = {
  name: 'mending',
  title: 'Mending of a subscription',
  category: 'mending',
  lane: 'standard',
  facts: {
    EntrySetAside: kept('Set aside'),
    AsideRedriven: kept('Ordered to be sent once more'),
    AsideTaken: kept('Taken after all'),
    ReplayOrdered: kept('Ordered to be sent again from a number on'),
    ReplayFinished: kept('Sent again to the end'),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [
    ...['set-aside/not-known', 'set-aside/nothing-there'],
    ...['replay/under-way', 'replay/nothing-there', 'replay/not-for-this-channel'],
  ],
};
