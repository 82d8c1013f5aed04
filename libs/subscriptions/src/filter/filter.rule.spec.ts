import * as fc from 'fast-check';
import { DIRECTIONS, URGENCIES } from '@ibex/kernel';
import type { EntryFilter } from '@ibex/kernel';
import { FILTER_PARTS, heldBackBy, isSameFilter, mayHideUrgent, normalised, passes } from './filter.rule';
import type { EntryTraits } from './filter.rule';

const TYPES = ['placement', 'move', 'missing'];
const CAPACITIES = [
  'host',
  'previous-host',
  'responsible',
  'receiving',
  'area-at-risk',
  'addressee',
] as const;
const CODES = ['K1', 'K2', 'homeless-household', 'M', 'duplicate'];
const AGE = { min: 0, max: 25 };

const someOf = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
const filters: fc.Arbitrary<EntryFilter> = fc.record(
  {
    types: someOf(TYPES),
    directions: someOf(DIRECTIONS),
    capacities: someOf(CAPACITIES),
    urgencies: someOf(URGENCIES),
    agesFrom: fc.integer(AGE),
    agesTo: fc.integer(AGE),
    categories: someOf(CODES),
  },
  { requiredKeys: [] },
);
const traits: fc.Arbitrary<EntryTraits> = fc.record(
  {
    type: fc.constantFrom(...TYPES),
    directions: fc.subarray([...DIRECTIONS]),
    capacity: fc.constantFrom(...CAPACITIES),
    urgency: fc.constantFrom(...URGENCIES),
    age: fc.integer(AGE),
    categories: fc.subarray(CODES),
  },
  { requiredKeys: ['type', 'directions', 'capacity', 'urgency'] },
);

/** One more thing asked for: a list with fewer in it, a list where there was none, or ages closer together. */
const narrowings = (filter: EntryFilter): fc.Arbitrary<EntryFilter> =>
  filters.map((more) => ({
    ...more,
    ...filter,
    ...Object.fromEntries(
      (['types', 'directions', 'capacities', 'urgencies', 'categories'] as const).flatMap((name) => {
        const [had, wanted] = [filter[name], more[name]];
        if (had === undefined || wanted === undefined) return [];
        return [[name, had.filter((one) => wanted.some((other) => other === one))]];
      }),
    ),
    ...(filter.agesFrom !== undefined && { agesFrom: Math.max(filter.agesFrom, more.agesFrom ?? 0) }),
    ...(filter.agesTo !== undefined && { agesTo: Math.min(filter.agesTo, more.agesTo ?? 25) }),
  }));

const entry: EntryTraits = {
  type: 'placement',
  directions: ['placed-here'],
  capacity: 'host',
  urgency: 'prompt',
  age: 11,
  categories: ['K2'],
};

describe('a filter', () => {
  it('that asks for nothing lets everything pass', () => {
    fc.assert(fc.property(traits, (one) => passes({}, one)));
  });

  it('lets pass nothing more when it is narrowed', () => {
    const narrowed = filters.chain((filter) => narrowings(filter).map((narrow) => [filter, narrow] as const));
    fc.assert(
      fc.property(narrowed, traits, ([wide, narrow], one) => !passes(narrow, one) || passes(wide, one)),
      { numRuns: 2_000 },
    );
  });

  it('lets pass what every part of it lets pass alone, and nothing else', () => {
    const alone = (filter: EntryFilter): readonly EntryFilter[] =>
      Object.entries(filter).map(([name, part]) => ({ [name]: part }));
    fc.assert(
      fc.property(
        filters,
        traits,
        (filter, one) => passes(filter, one) === alone(filter).every((part) => passes(part, one)),
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['types', { types: ['move', 'missing'] }],
    ['directions', { directions: ['moved-in', 'at-risk-here'] }],
    ['capacities', { capacities: ['receiving'] }],
    ['urgencies', { urgencies: ['urgent', 'routine'] }],
    ['ages', { agesFrom: 12 }],
    ['ages', { agesTo: 10 }],
    ['categories', { categories: ['K1'] }],
  ] as const)('holds an entry back by its %s, and says so', (part, filter) => {
    expect(heldBackBy(filter, entry)).toEqual([part]);
  });

  it('names every part that holds an entry back', () => {
    const filter = { types: ['move'], directions: ['moved-in'], agesTo: 3, categories: ['M'] } as const;
    expect(heldBackBy({ ...filter, capacities: ['receiving'], urgencies: ['routine'] }, entry)).toEqual(
      FILTER_PARTS,
    );
  });

  it('includes both ages that it names', () => {
    expect(passes({ agesFrom: 11, agesTo: 11 }, entry)).toBe(true);
  });

  it('never hides what nobody knows: age, codes, a direction', () => {
    const { type, capacity, urgency } = entry;
    const filter = { agesFrom: 1, agesTo: 2, categories: ['M'], directions: ['moved-in'] } as const;
    expect(passes(filter, { type, capacity, urgency, directions: [] })).toBe(true);
  });
});

describe('a filter by urgency', () => {
  const routine: EntryTraits = { ...entry, urgency: 'routine' };

  it('lets pass what comes after something that it let pass, of the same notice', () => {
    expect(passes({ urgencies: ['urgent'] }, { ...routine, urgenciesBefore: ['prompt', 'urgent'] })).toBe(
      true,
    );
    expect(passes({ urgencies: ['urgent'] }, { ...routine, urgenciesBefore: ['prompt'] })).toBe(false);
    expect(passes({ urgencies: ['urgent'] }, routine)).toBe(false);
  });
});

describe('hiding an urgent notice', () => {
  it('is possible exactly for filters that can hold one back', () => {
    const all: readonly EntryTraits[] = [
      { ...entry, urgency: 'urgent' },
      { ...entry, urgency: 'urgent', age: 0, type: 'move', directions: ['moved-out'], capacity: 'addressee' },
      { ...entry, urgency: 'urgent', age: 25, type: 'missing', categories: ['M'], capacity: 'receiving' },
    ];
    fc.assert(
      fc.property(filters, (filter) => mayHideUrgent(filter) || all.every((one) => passes(filter, one))),
    );
  });

  it.each([
    [{}, false],
    [{ urgencies: ['urgent'] }, false],
    [{ urgencies: ['prompt', 'urgent'] }, false],
    [{ urgencies: ['prompt'] }, true],
    [{ types: ['missing'] }, true],
    [{ urgencies: ['urgent'], agesFrom: 0 }, true],
    [{ directions: ['placed-here'] }, true],
    [{ capacities: ['host'] }, true],
    [{ agesTo: 17 }, true],
    [{ categories: ['K2'] }, true],
  ] as const)('%j: %s', (filter, may) => {
    expect(mayHideUrgent(filter)).toBe(may);
  });
});

describe('the same filter', () => {
  it('is known again whatever the order in which it was written', () => {
    const reversed = (filter: EntryFilter): EntryFilter =>
      Object.fromEntries(
        Object.entries(filter)
          .reverse()
          .map(([name, part]: [string, unknown]) => [
            name,
            Array.isArray(part) ? part.concat(part).reverse() : part,
          ]),
      );
    fc.assert(
      fc.property(
        filters,
        (filter) => isSameFilter(filter, reversed(filter)) && isSameFilter(normalised(filter), filter),
      ),
    );
  });

  it('is not one that asks for more or less', () => {
    expect(isSameFilter({ types: ['move'] }, { types: ['move', 'missing'] })).toBe(false);
    expect(isSameFilter({}, { agesFrom: 0 })).toBe(false);
  });
});
