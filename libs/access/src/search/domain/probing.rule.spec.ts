import { probingIn } from './probing.rule';
import { NOON, aSearch, minutesAfter, searches } from './search.fixture';

const LATER = minutesAfter(NOON, 30);
const births = (count: number, found = 0) =>
  searches(count, (n) => ({ digests: ['ada', 'obi', `born ${String(n)}`], found }));

describe('searches that look like probing', () => {
  it('are those that vary one thing again and again, whether or not anybody is found, and in any order', () => {
    expect(probingIn(births(5), LATER)).toBeUndefined();
    expect(probingIn(births(6), LATER)).toBe('varies-one-identifier');
    expect(probingIn(births(6, 1), LATER)).toBe('varies-one-identifier');
    const others = searches(30, (n) => ({ found: 1, at: minutesAfter(NOON, n) }));
    const mixed = births(6).flatMap((one, at) => [...others.slice(at * 5, at * 5 + 5), one]);
    expect(probingIn(mixed, LATER)).toBe('varies-one-identifier');
  });

  it('are not those that ask for the very same again', () => {
    const same = searches(12, () => ({ digests: ['ada', 'obi', 'born'], found: 1 }));
    expect(probingIn(same, LATER)).toBeUndefined();
  });

  it('are not those that vary an identifier that was named in another order', () => {
    const renamed = births(5).map((one) => ({
      ...one,
      named: ['dateOfBirth', 'surname', 'forename'] as const,
      digests: [...one.digests].reverse(),
    }));
    expect(probingIn([...births(5), ...renamed], LATER)).toBeUndefined();
  });

  it('are those that find nobody faster than a person takes children in hand', () => {
    expect(probingIn(searches(19), LATER)).toBeUndefined();
    expect(probingIn(searches(20), LATER)).toBe('finds-nothing');
    expect(probingIn([...searches(19), aSearch(19, { found: 1 })], LATER)).toBeUndefined();
  });

  it('are those that hardly find anybody over a day', () => {
    const slow = (count: number, hits = 0) =>
      searches(count, (n) => ({ at: minutesAfter(NOON, n * 8), found: n < hits ? 1 : 0 }));
    const evening = minutesAfter(NOON, 500);
    expect(probingIn(slow(49), evening)).toBeUndefined();
    expect(probingIn(slow(50), evening)).toBe('finds-nothing');
    expect(probingIn(slow(60, 3), evening)).toBeUndefined();
  });
});
