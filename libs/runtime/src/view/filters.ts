import type { FactFilter, RecordedFact } from '@ibex/kernel';

const isEmpty = ({ categories = [], types = [] }: FactFilter): boolean =>
  categories.length === 0 && types.length === 0;

/** Both lists empty or absent: everything. Otherwise a fact of any named category or type. */
export const matchesFilter = (fact: RecordedFact, filter: FactFilter): boolean =>
  isEmpty(filter) ||
  (filter.categories?.includes(fact.category) ?? false) ||
  (filter.types?.includes(fact.type) ?? false);

/** Lets through what any of the filters lets through. */
export const unionOf = (filters: readonly FactFilter[]): FactFilter =>
  filters.some(isEmpty)
    ? {}
    : {
        categories: [...new Set(filters.flatMap(({ categories = [] }) => categories))],
        types: [...new Set(filters.flatMap(({ types = [] }) => types))],
      };
