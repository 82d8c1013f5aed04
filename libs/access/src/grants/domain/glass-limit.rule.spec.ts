import { GLASS_LIMITS, limitReached } from './glass-limit.rule';
import type { Broken } from './glass-limit.rule';

const NOW = '2026-03-02T22:00:00.000Z';
const END = '2026-03-03T00:00:00.000Z';
const by = (person: string, count: number, at = '2026-03-02T09:00:00.000Z'): readonly Broken[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${person}-${String(index)}`, person, at }));
const reached = (broken: readonly Broken[], id = 'new') =>
  limitReached(broken, { id, person: 'mia', now: NOW });

describe('how many records are opened in emergencies on a day', () => {
  it('is limited for a person', () => {
    expect(reached(by('mia', GLASS_LIMITS.person - 1))).toBeUndefined();
    expect(reached(by('mia', GLASS_LIMITS.person))).toEqual({ limit: 'person', until: END });
    expect(reached(by('max', GLASS_LIMITS.person))).toBeUndefined();
  });

  it('is limited for all people of an authority together', () => {
    const others = ['a', 'b', 'c', 'd'].flatMap((person) => by(person, GLASS_LIMITS.person));
    expect(reached(others.slice(1))).toBeUndefined();
    expect(reached(others)).toEqual({ limit: 'authority', until: END });
  });

  it('begins anew at midnight in London', () => {
    const yesterday = by('mia', GLASS_LIMITS.person, '2026-03-01T23:59:59.999Z');
    expect(reached(yesterday)).toBeUndefined();
    const inSummer = by('mia', GLASS_LIMITS.person, '2026-06-01T23:30:00.000Z');
    const asked = { id: 'new', person: 'mia', now: '2026-06-02T08:00:00.000Z' };
    expect(limitReached(inSummer, asked)).toEqual({ limit: 'person', until: '2026-06-02T23:00:00.000Z' });
  });

  it('does not count against itself one that is sent again', () => {
    expect(reached(by('mia', GLASS_LIMITS.person), 'mia-3')).toBeUndefined();
  });
});
