import { SMALL, exactlyExposed, exposedBySubtracting } from './attackers.fixture';
import { narrowed } from './interval.rule';
import { exposedTo, hiding, primary, suppressed, THRESHOLD } from './suppression.rule';
import type { Universe } from './suppression.rule';
import { universeOf } from './trend-tables';
import type { Counted } from './trend-tables';

/** The same numbers each time, spread as if by chance. */
const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const LARGE = {
  month: ['1', '2', '3'],
  sex: ['F', 'M', 'U'],
  age: ['0', '10', '13', '16', 'U'],
  ethnicity: ['W', 'M', 'A', 'B', 'O', 'U'],
};
type Dimensions = Readonly<Record<string, readonly string[]>>;

const made = (dimensions: Dimensions, areas: readonly string[], most: number, seed: number): Universe => {
  const next = chance(seed);
  const counted = areas.flatMap((area) =>
    Array.from({ length: next(most) + 1 }, (): Counted => {
      // most fall into the first categories, so that the others are small
      const pick = (of: readonly string[]): string => of[Math.min(next(of.length), next(of.length))] ?? '';
      const categories = Object.fromEntries(Object.entries(dimensions).map(([name, of]) => [name, pick(of)]));
      return { area, isLondon: true, categories, count: 1 };
    }),
  );
  return universeOf(dimensions, counted);
};

const AREAS = Array.from({ length: 33 }, (_, at) => `E090000${String(at + 1).padStart(2, '0')}`);

describe('whoever solves the whole system of two small authorities', () => {
  const universes = Array.from({ length: 15 }, (_, seed) => made(SMALL, ['a', 'b'], 22, seed + 1));

  it('pins down no count under six, and neither does either of the two', () => {
    for (const universe of universes)
      for (const insider of [undefined, 'a', 'b'])
        expect(exactlyExposed(universe, suppressed(universe), insider)).toEqual([]);
  });

  it('would pin some down without the second step', () => {
    const found = universes.flatMap((universe) => exactlyExposed(universe, primary(universe)));
    expect(found.length).toBeGreaterThan(5);
  });

  it('is no wiser than the rule that decides what to hide', () => {
    for (const universe of universes) {
      const published = primary(universe);
      const exposed = exposedTo(undefined, universe, published);
      for (const cell of exactlyExposed(universe, published)) expect(exposed).toContain(cell);
    }
  });
});

describe('whoever subtracts every two tables of London', () => {
  const london = made(LARGE, AREAS.slice(0, 12), 60, 7);
  const published = suppressed(london);

  it('pins down no count under six', () => {
    expect(exposedBySubtracting(london, published)).toEqual([]);
    for (const insider of [undefined, ...AREAS.slice(0, 3)])
      expect(exposedTo(insider, london, published)).toEqual([]);
  });

  it('would pin some down without the second step', () => {
    const few = [1, 2, 3, 4].map((seed) => made(LARGE, AREAS.slice(0, 4), 30, seed));
    expect(few.flatMap((each) => exposedBySubtracting(each, primary(each))).length).toBeGreaterThan(1);
    for (const each of few) expect(exposedBySubtracting(each, suppressed(each))).toEqual([]);
  });

  it('still reads most of what is large', () => {
    const large = [...london.counts].filter(([, count]) => count >= THRESHOLD);
    const shown = large.filter(([cell]) => published.get(cell) !== undefined);
    expect(shown.length / large.length).toBeGreaterThan(0.8);
  });
});

describe('what is published', () => {
  const universe = made(LARGE, AREAS.slice(0, 5), 60, 3);

  it('is rounded to the nearest five, never under six, and the same each time', () => {
    for (const [cell, value] of suppressed(universe)) {
      const count = universe.counts.get(cell) ?? 0;
      if (value === undefined) continue;
      expect(count).toBeGreaterThan(5);
      expect(Math.abs(value - count)).toBeLessThanOrEqual(2);
      expect(value % 5).toBe(0);
    }
    expect([...suppressed(universe)]).toEqual([...suppressed(universe)]);
  });

  it('hides no more when asked again', () => {
    const once = suppressed(universe);
    const steps = hiding(universe, once);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect([...step.value]).toEqual([...once]);
  });
});

it('bounds follow from sums whatever their order', () => {
  const relations = [
    { whole: 'row', parts: ['x', 'y'] },
    { whole: 'column', parts: ['x', 'z'] },
  ];
  const known = new Map([
    ['row', [10, 10] as const],
    ['y', [7, 8] as const],
    ['column', [4, 9] as const],
  ]);
  const bounds = narrowed(known, relations);
  expect(bounds.get('x')).toEqual([2, 3]);
  expect(bounds.get('z')).toEqual([1, 7]);
  expect(narrowed(known, relations.toReversed())).toEqual(bounds);
});
