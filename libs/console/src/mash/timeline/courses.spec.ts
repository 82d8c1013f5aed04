import { CAMDEN, CROYDON, EALING, ended, entry, found, notified, reported } from '../parts/history.fixture';
import { coursesIn } from './courses';

const placed = (gss: string) => ({ kind: 'authority', gss });

describe('what lasted in a child’s history', () => {
  it('is a stay from its start to the day on which it ended', () => {
    expect(
      coursesIn([notified('placement-1', CROYDON, '2025-06-20'), ended('placement-1', '2025-09-30')]),
    ).toEqual([
      {
        ...{ kind: 'placement', notice: 'placement-1', source: CAMDEN, host: placed(CROYDON) },
        ...{ from: '2025-06-20', to: '2025-09-30', placementType: 'K2' },
      },
    ]);
  });

  it('is two stays where the carer moved and took the child along', () => {
    const changed = entry({
      ...{ notice: 'placement-1', type: 'PlacementChanged', occurredAt: '2025-08-01' },
      data: { changedOn: '2025-08-01', host: placed(EALING), previousHost: placed(CROYDON) },
    });
    const courses = coursesIn([notified('placement-1', CROYDON, '2025-06-20'), changed]);
    expect(courses.map(({ host, from, to }) => [host?.gss, from, to])).toEqual([
      [CROYDON, '2025-06-20', '2025-08-01'],
      [EALING, '2025-08-01', undefined],
    ]);
  });

  it('is as a correction says it should have been from the start', () => {
    const corrected = entry({
      ...{ notice: 'placement-1', type: 'PlacementCorrected', occurredAt: '2025-07-01' },
      data: { startsOn: '2025-06-21', host: placed(EALING), corrected: ['host', 'startsOn'] },
    });
    const courses = coursesIn([notified('placement-1', CROYDON, '2025-06-20'), corrected]);
    expect(courses.map(({ host, from, to }) => [host?.gss, from, to])).toEqual([
      [EALING, '2025-06-21', undefined],
    ]);
  });

  it.each([
    ['placement', notified('placement-1', CROYDON, '2025-06-20'), 'PlacementWithdrawn'],
    ['missing episode', reported('missing-1', '2025-06-20T20:00:00.000Z'), 'MissingWithdrawn'],
  ])('is nothing of a %s that was withdrawn as posted in error', (_, told, type) => {
    const notice = told.notice ?? '';
    expect(coursesIn([told, entry({ notice, type, occurredAt: '2025-06-21', data: {} })])).toEqual([]);
  });

  it('is a missing episode from when the child was last seen until the find', () => {
    const [from, to] = ['2025-08-14T20:30:00.000Z', '2025-08-16T07:00:00.000Z'];
    expect(coursesIn([reported('missing-1', from), found('missing-1', to)])).toEqual([
      { kind: 'missing', notice: 'missing-1', source: CAMDEN, from, to },
    ]);
  });

  it('goes on where nobody told of an end', () => {
    const [episode] = coursesIn([reported('missing-1', '2025-08-14T20:30:00.000Z')]);
    expect(episode).not.toHaveProperty('to');
  });

  it('is nothing of a notice of which only its being there is shown', () => {
    const bare = entry({
      notice: 'placement-9',
      type: 'PlacementNotified',
      occurredAt: '2025-06-20',
      data: {},
    });
    expect(coursesIn([bare])).toEqual([]);
  });
});
