import type { NotificationDefinition } from '@ibex/kernel';
import type { DeliveryFact } from './delivery.events';

/** How far mailbox entries got. The sender reads it as the recipients of its notice; nobody is sent a message. */
export const deliveryDefinition: NotificationDefinition<DeliveryFact> = {
  name: 'delivery',
  title: 'Delivery of a notice',
  category: 'delivery',
  lane: 'standard',
  facts: {
    NoticeDelivered: {
      version: 1,
      tells: { internal: 'the sender reads it as one of the recipients of its notice' },
      title: 'Delivered',
      personal: [],
    },
    NoticeOpened: {
      version: 1,
      tells: { internal: 'the sender reads it as one of the recipients of its notice' },
      title: 'Opened',
      personal: [],
    },
    NoticeAcknowledged: {
      version: 1,
      tells: { internal: 'the sender reads it as one of the recipients of its notice' },
      title: 'Acknowledged',
      personal: ['note'],
    },
    DeliverySetAside: {
      version: 1,
      tells: { internal: 'the sender reads it as one of the recipients of its notice' },
      title: 'Not taken by a channel',
      personal: [],
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: ['delivery/not-known'],
};
