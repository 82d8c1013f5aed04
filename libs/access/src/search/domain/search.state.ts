import { never } from '@ibex/kernel';
import type { Identifier, Instant } from '@ibex/kernel';
import type { SearchFact } from './search.events';

/** One search as it stands. `found`: absent until it was answered. */
export type Search = Readonly<{
  search: string;
  person: string;
  at: Instant;
  named: readonly Identifier[];
  digests: readonly string[];
  found?: number;
  results: readonly string[];
}>;

/** Of a day’s stream the searches, oldest first; of the other one, whose searches are closed. */
export type Searches = Readonly<{ asked: readonly Search[]; closed: ReadonlySet<string> }>;
export const NO_SEARCHES: Searches = { asked: [], closed: new Set() };

export const evolveSearches = (state: Searches, { type, data }: SearchFact): Searches => {
  switch (type) {
    case 'SearchAsked': {
      const { search, person, at, named, digests } = data;
      return { ...state, asked: [...state.asked, { search, person, at, named, digests, results: [] }] };
    }
    case 'SearchAnswered': {
      const { search, found, results } = data;
      const asked = state.asked.map((one) => (one.search === search ? { ...one, found, results } : one));
      return { ...state, asked };
    }
    case 'ProbingSuspected':
      return { ...state, closed: new Set([...state.closed, data.person]) };
    case 'SearchReopened':
      return { ...state, closed: new Set([...state.closed].filter((person) => person !== data.person)) };
    default:
      return never(type);
  }
};

/** So many people of one authority closed at once close it as a whole: they may be one. */
const CLOSES_ALL = 3;

export const isClosedTo = ({ closed }: Searches, person: string): boolean =>
  closed.has(person) || closed.size >= CLOSES_ALL;
