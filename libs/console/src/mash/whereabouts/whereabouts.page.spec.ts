import type { FetchShown } from '../parts/answers';
import { nameOf } from '../parts/history.fixture';
import { whereaboutsPage, whereaboutsShown } from './whereabouts.page';

const NOW = '2026-03-20T02:14:00.000Z';
const fetched = (more: Partial<FetchShown>): FetchShown => ({
  ...{
    id: 'f-1',
    recordRef: 'record-1',
    phase: 'requested',
    person: 'mia',
    requestedAt: NOW,
    reason: 'Court',
  },
  ...more,
});
const nextOf = (more: Partial<FetchShown>, person: string) =>
  whereaboutsPage([fetched(more)], { person, now: NOW })[0]?.next;

describe('where a restricted child is', () => {
  it.each([
    [{ phase: 'requested' } as const, 'mia', 'wait'],
    [{ phase: 'requested' } as const, 'max', 'approve'],
    [{ phase: 'approved', until: '2026-03-20T02:20:00.000Z' } as const, 'mia', 'read'],
    [{ phase: 'approved', until: '2026-03-20T02:20:00.000Z' } as const, 'max', 'none'],
    [{ phase: 'approved', until: '2026-03-20T02:10:00.000Z' } as const, 'mia', 'none'],
    [{ phase: 'taken' } as const, 'mia', 'none'],
  ])('is, when %j, for %s to %s', (more, person, next) => {
    expect(nextOf(more, person)).toBe(next);
  });

  it('is shown as the notices say it', () => {
    const facts = [
      { factId: 'x', type: 'PlacementNotified', recordedAt: NOW, fields: { address: '1 Old Street' } },
    ];
    expect(whereaboutsShown({ recordRef: 'record-1', homePostcode: 'E8 1EA', facts }, nameOf)).toEqual({
      home: 'E8 1EA',
      facts: [
        { title: 'placement notified', recordedAt: NOW, says: [{ label: 'address', text: '1 Old Street' }] },
      ],
    });
  });
});
