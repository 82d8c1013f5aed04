import type { NotificationDefinition, RecordedFact } from '@ibex/kernel';

const tells = { message: 'uk.ibex.visit.told', version: 1, summary: 'A visit' };
const fact = (title: string) => ({ version: 1, tells, title, personal: ['note'] });
const revision = (earlier: readonly RecordedFact[]): number => earlier.length;

/**
 * For specs: a notification type that does not exist, to show that a new one reaches the views by its definition
 * alone. A visit is owed by Croydon to Camden; Camden is told of every fact but a cancellation.
 */
export const visitDefinition: NotificationDefinition = {
  name: 'visit',
  title: 'Visit',
  category: 'visit',
  lane: 'standard',
  facts: {
    VisitAsked: fact('Visit asked for'),
    VisitMade: fact('Visit made'),
    VisitCancelled: fact('Visit cancelled'),
  },
  audience: ({ type }) =>
    type === 'VisitCancelled'
      ? []
      : [
          {
            authority: 'E09000007',
            capacity: 'host',
            urgency: 'routine',
            basis: { text: 'so that it can be expected', source: 'invented reg 1' },
          },
        ],
  deadlines: ({ type, recordedAt }, earlier) => {
    const key = `visit-${revision(earlier) > 1 ? 2 : 1}`;
    if (type === 'VisitMade') return [{ change: 'met', key: 'visit-1', at: recordedAt }];
    if (type === 'VisitCancelled') return [{ change: 'void', key: 'visit-1', because: 'cancelled' }];
    return [
      {
        change: 'opened',
        key,
        kind: 'visit',
        text: 'Visit the child',
        owedBy: 'E09000008',
        owedTo: 'E09000007',
        startedAt: recordedAt,
        otherStarts: [{ at: '2025-03-01', dueAt: '2025-03-08T00:00:00.000Z', countedFrom: 'the move' }],
        dueAt: '2025-03-10T00:00:00.000Z',
        provisional: true,
        source: 'invented reg 2',
      },
    ];
  },
  withheldFromAddressees: () => ['note'],
  refusals: [],
};
