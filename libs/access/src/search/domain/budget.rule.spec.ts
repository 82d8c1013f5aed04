import { BUDGETS, overdrawn } from './budget.rule';
import { NOON, minutesAfter, searches } from './search.fixture';

const { personHour, personDay, authorityDay } = BUDGETS;

describe('the budget of searches', () => {
  it('gives a person so many within any hour, and room again once the first of them is an hour ago', () => {
    const within = searches(personHour, () => ({ at: NOON }));
    expect(overdrawn({ asked: within.slice(1) }, 'p-1', NOON)).toBeUndefined();
    expect(overdrawn({ asked: within }, 'p-1', minutesAfter(NOON, 59))).toEqual({
      ...{ budget: 'personHour', until: minutesAfter(NOON, 60) },
    });
    expect(overdrawn({ asked: within }, 'p-1', minutesAfter(NOON, 60))).toBeUndefined();
    expect(overdrawn({ asked: within }, 'p-2', NOON)).toBeUndefined();
  });

  it('gives a person so many on a London day', () => {
    const day = searches(personDay, (n) => ({ at: minutesAfter('2026-07-01T00:00:00.000Z', n * 3) }));
    const now = '2026-07-01T22:30:00.000Z';
    expect(overdrawn({ asked: day.slice(1) }, 'p-1', now)).toBeUndefined();
    // midnight in London, in summer
    expect(overdrawn({ asked: day }, 'p-1', now)).toEqual({
      ...{ budget: 'personDay', until: '2026-07-01T23:00:00.000Z' },
    });
  });

  it('gives an authority so many on a London day, whoever makes them', () => {
    const day = searches(authorityDay, (n) => ({ person: `p-${String(n % 50)}`, at: NOON }));
    expect(overdrawn({ asked: day.slice(1) }, 'new', NOON)).toBeUndefined();
    expect(overdrawn({ asked: day }, 'new', NOON)?.budget).toBe('authorityDay');
  });
});
