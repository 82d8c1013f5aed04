import type { NotificationDefinition } from '@ibex/kernel';
import type { RecordFact } from './record.events';

const IDENTITY = [
  ...['localId', 'forename', 'surname', 'dateOfBirth', 'sex'],
  ...['ethnicity', 'upn', 'nhsNumber', 'homePostcode'],
];

/** An authority's record of a child. Nobody is told of a record itself, only of notices about the child. */
export const recordDefinition: NotificationDefinition<RecordFact> = {
  name: 'record',
  title: 'Record of a child',
  category: 'record',
  lane: 'standard',
  facts: {
    RecordIntroduced: {
      version: 1,
      tells: { internal: 'a record is its owner’s own knowledge; only notices leave the authority' },
      title: 'Record introduced',
      personal: IDENTITY,
    },
    RecordIdentityUpdated: {
      version: 1,
      tells: { internal: 'readers of a notice see the identity as it is known when they look' },
      title: 'Identity updated',
      personal: IDENTITY,
    },
  },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => IDENTITY,
  refusals: ['record/not-known'],
};
