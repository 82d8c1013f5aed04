import type { FactFilter, RecordedFact } from '@ibex/kernel';

/** The server tells events apart by the name of their stream or by their type, never by both. */
export type ServerFilter = Readonly<{ on: 'stream' | 'type'; regex: string }>;

const oneOf = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|#\s-]/g, '\\$&')).join('|');

/** Everything that is not the server's own. */
export const NOT_SYSTEM: ServerFilter = { on: 'type', regex: '^[^$]' };

export const isOpen = ({ categories = [], types = [] }: FactFilter): boolean =>
  categories.length === 0 && types.length === 0;

/** The narrowest filter of the server that lets everything through that is asked for; a union needs the widest. */
export const toServerFilter = (filter: FactFilter): ServerFilter => {
  const { categories = [], types = [] } = filter;
  if (categories.length > 0 && types.length === 0)
    return { on: 'stream', regex: `^(?:${oneOf(categories)})(?:-|$)` };
  if (types.length > 0 && categories.length === 0) return { on: 'type', regex: `^(?:${oneOf(types)})$` };
  return NOT_SYSTEM;
};

export const matches = (fact: RecordedFact, filter: FactFilter): boolean =>
  isOpen(filter) ||
  (filter.categories ?? []).includes(fact.category) ||
  (filter.types ?? []).includes(fact.type);
