import { addDays } from '@ibex/kernel';
import { overdrawn } from './budget.rule';
import { probingIn } from './probing.rule';
import { minutesAfter } from './search.fixture';
import { isClosedTo } from './search.state';
import type { Search } from './search.state';

type Guess = readonly [forename: string, surname: string, born: string];
const CHILDREN = 1_000;
const PROBES = 100_000;
const PEOPLE = 20;
const MOST_FOUND = CHILDREN / 100;

/** Numbers that look thrown, and are the same at every run. */
const thrown = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
const throwing = thrown(7);
const pick = (among: number, what: string): string => `${what}${String(Math.floor(throwing() * among))}`;
const aBirth = (): string => addDays('2008-01-01', Math.floor(throwing() * 6_570));
const children: readonly Guess[] = Array.from({ length: CHILDREN }, () => [
  ...([pick(200, 'forename'), pick(300, 'surname')] as const),
  aBirth(),
]);
const known: ReadonlySet<string> = new Set(children.map((child) => child.join()));

/** One authority’s people under the rules: what each may ask, and whom it is closed to. */
class Hub {
  readonly found = new Set<string>();
  probes = 0;
  private closed: ReadonlySet<string> = new Set<string>();
  private asked: readonly Search[] = [];
  private day = '';

  isClosed(person = 'anybody'): boolean {
    return isClosedTo({ asked: [], closed: this.closed }, person);
  }

  mayAsk(person: string, at: string): boolean {
    if (this.day !== at.slice(0, 10)) this.asked = [];
    this.day = at.slice(0, 10);
    return !this.isClosed(person) && !overdrawn({ asked: this.asked }, person, at);
  }

  ask(person: string, at: string, guess: Guess): void {
    const isHit = known.has(guess.join());
    this.probes += 1;
    if (isHit) this.found.add(guess.join());
    const search: Search = {
      ...{ search: String(this.probes), person, at, named: ['forename', 'surname', 'dateOfBirth'] },
      ...{ digests: guess, found: isHit ? 1 : 0, results: [] },
    };
    this.asked = [...this.asked, search];
    const own = this.asked.filter((one) => one.person === person);
    if (probingIn(own, at) !== undefined) this.closed = new Set([...this.closed, person]);
  }
}

const attack = (guessOf: (probe: number) => Guess, pacePerHour: number): Hub => {
  const hub = new Hub();
  for (let tick = 0; tick < PROBES && !hub.isClosed(); tick += 1) {
    const minute = Math.floor((Math.floor(tick / PEOPLE) * 60) / pacePerHour);
    const at = minutesAfter('2026-03-02T00:00:00.000Z', minute);
    const person = `p-${String(tick % PEOPLE)}`;
    if (hub.mayAsk(person, at)) hub.ask(person, at, guessOf(hub.probes));
  }
  return hub;
};

const born = (from: number): string => addDays('2008-01-01', from % 6_570);
const childAt = (at: number): Guess => children[at % CHILDREN] ?? ['', '', ''];

describe('an attacker with twenty people of one authority and a hundred thousand probes', () => {
  it.each([
    ['guesses names and dates', 30, (): Guess => [pick(200, 'forename'), pick(300, 'surname'), aBirth()]],
    ['guesses slowly', 4, (): Guess => [pick(200, 'forename'), pick(300, 'surname'), aBirth()]],
    [
      'knows the names and tries one date after the other',
      30,
      (probe: number): Guess => [childAt(0)[0], childAt(0)[1], born(probe)],
    ],
    [
      'knows the names and tries a date of each child in turn',
      19,
      (probe: number): Guess => [childAt(probe)[0], childAt(probe)[1], born(probe * 37)],
    ],
  ])('who %s is stopped before it has found one child in a hundred', (_, pace, guessOf) => {
    const hub = attack(guessOf, pace);
    expect(hub.isClosed()).toBe(true);
    expect(hub.probes).toBeLessThan(PROBES);
    expect(hub.found.size).toBeLessThanOrEqual(MOST_FOUND);
  });
});
