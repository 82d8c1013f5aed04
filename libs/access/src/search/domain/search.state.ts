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
      // the newest first: a day has a thousand, and most are answered before the next is asked
      const at = state.asked.findLastIndex((one) => one.search === search);
      const one = state.asked[at];
      return one ? { ...state, asked: state.asked.with(at, { ...one, found, results }) } : state;
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
