import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { FETCH_REFUSALS } from './fetch.decider';
import { FETCH_CATEGORY, isFetchFact } from './fetch.events';
import type { FetchFact } from './fetch.events';

export const FETCH_MESSAGE = 'uk.ibex.access.whereabouts-fetched';

const within = (title: string, personal: readonly string[] = []): FactDefinition => ({
  version: 1,
  title,
  personal,
  tells: { internal: 'between the two persons of the owner, and its governance' },
});

/** The whereabouts of a restricted child, read by two persons together. */
export const fetchDefinition: NotificationDefinition<FetchFact> = {
  name: 'fetch',
  title: 'Fetch of restricted whereabouts',
  category: FETCH_CATEGORY,
  lane: 'standard',
  ofTheService: true,
  facts: {
    FetchRequested: within('Restricted whereabouts asked for', ['reason']),
    FetchApproved: within('Fetch approved by a second person'),
    FetchTaken: within('Restricted whereabouts fetched'),
    FetchTold: {
      version: 1,
      title: 'Restricted whereabouts were fetched',
      personal: [],
      tells: {
        message: FETCH_MESSAGE,
        version: 1,
        summary: 'Two persons of your authority fetched the whereabouts of a restricted child.',
      },
    },
  },
  audience: (fact) =>
    isFetchFact(fact) && fact.type === 'FetchTold'
      ? [
          {
            ...{ authority: fact.data.owner, capacity: 'responsible', urgency: 'prompt' },
            basis: {
              text: 'Two persons of your authority fetched the whereabouts of a restricted child',
              source: 'UK GDPR art 5(1)(f) and 5(2)',
            },
          },
        ]
      : [],
  readAt: () => '/v1/restricted-fetches',
  deadlines: () => [],
  withheldFromAddressees: () => ['reason'],
  standingOf: () => 'over',
  refusals: FETCH_REFUSALS,
};
