import type { Capacity, Direction, EntryFilter, Urgency } from '@ibex/kernel';
import { given } from '../given';

/** What of an entry a filter may ask for. Left out: nobody knows it. */
export type EntryTraits = Readonly<{
  /** Name of the notification type. */
  type: string;
  /** None: it is told in a capacity that has no direction, such as a recall to whoever was told in error. */
  directions: readonly Direction[];
  capacity: Capacity;
  urgency: Urgency;
  /** Of what its recipient was told of the same notice before. */
  urgenciesBefore?: readonly Urgency[];
  /** Whole years on the day of recording. */
  age?: number;
  /** None: the notice says no code that its recipient may see. */
  categories?: readonly string[];
}>;

/** Parts of a filter; each can hold an entry back on its own. */
export const FILTER_PARTS = ['types', 'directions', 'capacities', 'urgencies', 'ages', 'categories'] as const;
export type FilterPart = (typeof FILTER_PARTS)[number];

const anyIn = <T>(wanted: readonly T[] | undefined, found: readonly T[]): boolean =>
  wanted === undefined || found.some((one) => wanted.includes(one));

/** What nobody knows must not hide a child. */
const anyInOrUnknown = <T>(wanted: readonly T[] | undefined, found: readonly T[] = []): boolean =>
  found.length === 0 || anyIn(wanted, found);

const isOfAge = ({ agesFrom, agesTo }: EntryFilter, age: number | undefined): boolean =>
  age === undefined || (age >= (agesFrom ?? age) && age <= (agesTo ?? age));

const HOLDS: Readonly<Record<FilterPart, (filter: EntryFilter, traits: EntryTraits) => boolean>> = {
  types: ({ types }, { type }) => anyIn(types, [type]),
  directions: ({ directions }, traits) => anyInOrUnknown(directions, traits.directions),
  capacities: ({ capacities }, { capacity }) => anyIn(capacities, [capacity]),
  // who was told the urgent thing must also hear that it was put right, taken back or is over
  urgencies: ({ urgencies }, { urgency, urgenciesBefore = [] }) =>
    anyIn(urgencies, [urgency, ...urgenciesBefore]),
  ages: (filter, { age }) => isOfAge(filter, age),
  categories: ({ categories }, traits) => anyInOrUnknown(categories, traits.categories),
};

/** The parts of a filter that hold an entry back; none: it passes. */
export const heldBackBy = (filter: EntryFilter, traits: EntryTraits): readonly FilterPart[] =>
  FILTER_PARTS.filter((part) => !HOLDS[part](filter, traits));

/** Whether an entry passes: every part that is given must hold. */
export const passes = (filter: EntryFilter, traits: EntryTraits): boolean =>
  heldBackBy(filter, traits).length === 0;

/** Which traits have to be found out by reading more than the entry itself. */
export const asksFor = ({ agesFrom, agesTo, categories }: EntryFilter) => ({
  age: agesFrom !== undefined || agesTo !== undefined,
  categories: categories !== undefined,
});

/** Whether a filter could keep an urgent notice from leaving: all that narrows, but urgencies that name `urgent`. */
export const mayHideUrgent = ({ urgencies, ...others }: EntryFilter): boolean =>
  Object.keys(given(others)).length > 0 || (urgencies !== undefined && !urgencies.includes('urgent'));

const inOrder = <T extends string>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list && [...new Set(list)].sort();

/** The same wish always written the same way: lists sorted, nothing twice, nothing that is not given. */
export const normalised = (filter: EntryFilter): EntryFilter => {
  const { types, directions, capacities, urgencies, agesFrom, agesTo, categories } = filter;
  const parts = {
    types: inOrder(types),
    directions: inOrder(directions),
    capacities: inOrder(capacities),
    urgencies: inOrder(urgencies),
    agesFrom,
    agesTo,
    categories: inOrder(categories),
  };
  return given(parts);
};

export const isSameFilter = (one: EntryFilter, other: EntryFilter): boolean =>
  JSON.stringify(normalised(one)) === JSON.stringify(normalised(other));
