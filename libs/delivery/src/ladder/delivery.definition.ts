import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { DeliveryFact } from './delivery.events';

const read = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  tells: { internal: 'the sender reads it as one of the recipients of its notice' },
  title,
  personal,
});
/** Its text is between the two authorities: the other side gets an entry of its own (see told-entries.ts). */
const between = (title: string, personal: readonly string[]): FactDefinition => ({
  version: 1,
  tells: { internal: 'the other side is told by an entry that says where to read it' },
  title,
  personal,
});

/** How far mailbox entries got, and what recipient and sender ask and answer about them. */
export const deliveryDefinition: NotificationDefinition<DeliveryFact> = {
  name: 'delivery',
  title: 'Delivery of a notice',
  category: 'delivery',
  lane: 'standard',
  facts: {
    NoticeDelivered: read('Delivered'),
    NoticeOpened: read('Opened'),
    NoticeAcknowledged: read('Acknowledged', ['note']),
    DeliverySetAside: read('Not taken by a channel'),
    ActionRecorded: read('Action recorded', ['note']),
    QueryAsked: between('Asked back', ['text']),
    QueryAnswered: between('Question answered', ['text']),
    RecipientSilent: between('Nobody has taken it on', []),
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: [
    'delivery/not-known',
    'delivery/reason-missing',
    'delivery/reason-without-no-further-action',
    'delivery/nothing-asked',
  ],
};
