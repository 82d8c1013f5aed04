import { healthOf, lagOf, viewsPage } from './views.page';

const follower = { name: 'view:duties', position: 90, failing: 0 };

describe('lag in words', () => {
  it.each([
    [{ ...follower, position: 100 }, 'Up to date', 'green'],
    [{ ...follower, position: 99 }, '1 fact behind', 'yellow'],
    [{ ...follower, position: 120 }, 'Up to date', 'green'],
    [{ ...follower, failing: 2 }, 'Failed 2 times in a row', 'red'],
    [{ name: 'view:duties', failing: 0 }, 'Has read nothing yet', 'yellow'],
  ])('%o', (one, text, colour) => {
    expect(lagOf(one, 100)).toMatchObject({ text, colour });
  });

  it('is red where thousands wait', () => {
    expect(lagOf({ ...follower, position: 0 }, 5000).colour).toBe('red');
  });
});

describe('health in one sentence', () => {
  const of = (...followers: readonly (typeof follower)[]) => healthOf({ head: 100, views: [], followers });

  it('is well while somebody is behind, and not while somebody fails', () => {
    expect([
      of({ ...follower, position: 100 }).isWell,
      of(follower).isWell,
      of({ ...follower, failing: 1 }).isWell,
    ]).toEqual([...[true, true, false]]);
  });

  it('shows those that fail first, and offers a rebuild of views alone', () => {
    const followers = [follower, { name: 'router-urgent', position: 100, failing: 3 }];
    const { rows } = viewsPage({ head: 100, views: ['duties'], followers }).table;
    expect(rows.map((row) => [row[0], row[3]])).toEqual([
      [{ mono: 'router-urgent' }, { hint: 'not a view' }],
      [
        { mono: 'view:duties' },
        { text: 'Rebuild', href: '/console/operations/views/duties/rebuild', about: 'duties' },
      ],
    ]);
  });
});
