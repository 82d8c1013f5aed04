import { DIRECTIONS, URGENCIES } from '@ibex/kernel';
import type { Capacity, Direction, EntryFilter, Urgency } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { CodeList, Count } from '@ibex/runtime';
import type { FieldFault } from '@ibex/runtime';
import { CATEGORY_CODES } from '../filter/entry-codes';

/** Besides notices: that somebody looked at a record of the authority’s. */
const TYPES = [...definitions.map(({ name }) => name), 'access'];
const CAPACITIES = [
  'host',
  'previous-host',
  'responsible',
  'receiving',
  'area-at-risk',
  'addressee',
] as const satisfies readonly Capacity[];
const OLDEST = 25;

/** What is left out narrows nothing; whatever is given must match. */
export class FilterDto implements EntryFilter {
  @CodeList(TYPES, { optional: true, description: 'Types of notices' })
  readonly types?: readonly string[];

  @CodeList(DIRECTIONS, {
    optional: true,
    description:
      'placed-here: children of others placed in your area. ours-elsewhere: what others tell of your own children. moved-in, moved-out: a change of area, at the new area and at the old. at-risk-here: a child who may head for your area.',
  })
  readonly directions?: readonly Direction[];

  @CodeList(CAPACITIES, { optional: true, description: 'As whom you are told' })
  readonly capacities?: readonly Capacity[];

  @CodeList(URGENCIES, { optional: true, description: 'Urgencies' })
  readonly urgencies?: readonly Urgency[];

  @Count({ min: 0, max: OLDEST, optional: true, description: 'Youngest age, whole years when recorded' })
  readonly agesFrom?: number;

  @Count({ min: 0, max: OLDEST, optional: true, description: 'Oldest age, whole years when recorded' })
  readonly agesTo?: number;

  @CodeList(CATEGORY_CODES, {
    optional: true,
    maxItems: 100,
    description: 'Codes of the notice’s own kind, e.g. type of placement, cohort of a move, reason',
  })
  readonly categories?: readonly string[];
}

/** What is wrong with a filter as a whole, though each field of it is right. */
export const faultsOfFilter = (filter: EntryFilter): readonly FieldFault[] => {
  const empty = Object.entries(filter)
    .filter(([, part]) => Array.isArray(part) && part.length === 0)
    .map(([name]) => ({
      field: `filter.${name}`,
      rule: 'not-empty',
      detail: 'is empty, so that nothing would ever pass',
      mend: 'Name at least one, or leave the field out so that it narrows nothing.',
    }));
  const { agesFrom = 0, agesTo = OLDEST } = filter;
  if (agesFrom <= agesTo) return empty;
  const mend = 'Give an age that is not below agesFrom.';
  return [...empty, { field: 'filter.agesTo', rule: 'in-order', detail: 'is below agesFrom', mend }];
};
