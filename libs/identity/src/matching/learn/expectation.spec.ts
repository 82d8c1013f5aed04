import type { Chances } from '../model';
import { comparisonsOn } from '../compare/comparisons';
import { newVocabulary } from '../vocabulary';
import { Expectation } from './expectation';
import type { Pattern } from './patterns';
import { randomFrom } from './random';

const comparisons = comparisonsOn(newVocabulary());
const NAMES = ['forename', 'dob', 'sex', 'ethnicity'];
const at = (name: string): number => comparisons.findIndex((each) => each.name === name);
const chancesOf = (same: number): Chances =>
  new Map(
    comparisons.map(({ name, levels }) => [
      name,
      levels.map((_, level) => (level === 0 ? same : (1 - same) / (levels.length - 1))),
    ]),
  );

const u = chancesOf(0.05);
/** Most strangers agree on nothing at all. */
const rare: Chances = new Map(
  comparisons.map(({ name, levels }) => [
    name,
    levels.map((_, level) => (level === levels.length - 1 ? 1 - 0.001 * level : 0.001)),
  ]),
);

/** Pairs whose truth is known: a third one person, who agree on each thing at its true rate. */
const made = (rates: Readonly<Record<string, number>>, pairs: number): readonly Pattern[] => {
  const random = randomFrom(7);
  return Array.from({ length: pairs }, () => {
    const isOne = random() < 1 / 3;
    const levels = comparisons.map(() => -1);
    for (const name of NAMES) {
      const { length } = comparisons[at(name)]?.levels ?? [];
      const agrees = random() < (isOne ? (rates[name] ?? 0) : 0.05);
      levels[at(name)] = agrees ? 0 : 1 + Math.floor(random() * (length - 1));
    }
    return { levels, count: 1 };
  });
};

describe('learning without labels', () => {
  const rates = { forename: 0.9, dob: 0.95, sex: 0.99, ethnicity: 0.7 };
  const learned = new Expectation(comparisons, u, new Set(['surname'])).learn(made(rates, 20_000));

  it('finds how many pairs are one person', () => {
    expect(learned.matches / 20_000).toBeCloseTo(1 / 3, 1);
  });

  it.each(Object.entries(rates))('finds how often records of one person agree on %s: %d', (name, rate) => {
    expect(learned.m.get(name)?.[0]).toBeCloseTo(rate, 1);
  });

  it('says nothing of what the pairs were chosen by', () => {
    expect(learned.m.has('surname')).toBe(false);
  });

  it('tells brothers and sisters from one person', () => {
    const levels = (forename: number, dob: number): readonly number[] =>
      comparisons.map(({ name }) => {
        if (name === 'forename') return forename;
        if (name === 'dob') return dob;
        return name === 'surname' || name === 'postcode' ? 0 : -1;
      });
    const family = new Expectation(comparisons, rare, new Set(['postcode', 'address', 'place']));
    const { matches, households } = family.learn([
      { levels: levels(0, 0), count: 300 },
      { levels: levels(7, 7), count: 700 },
    ]);
    expect([Math.round(matches / 50), Math.round(households / 50)]).toEqual([6, 14]);
  });
});
