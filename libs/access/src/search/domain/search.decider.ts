import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Identifier, Instant, Refusal, Request } from '@ibex/kernel';
import { BUDGETS, overdrawn } from './budget.rule';
import type { Budget } from './budget.rule';
import { probingIn } from './probing.rule';
import type { ProbingKind, SearchFact } from './search.events';
import { NO_SEARCHES, evolveSearches } from './search.state';
import type { Searches } from './search.state';

/** `isClosed`: searches of the person, or of its whole authority, are closed. */
export type AskSearch = Request<
  'AskSearch',
  Readonly<{
    search: string;
    person: string;
    purpose: string;
    named: readonly Identifier[];
    digests: readonly string[];
    isClosed: boolean;
  }>,
  { reason: string }
>;
export type AnswerSearch = Request<
  'AnswerSearch',
  Readonly<{ search: string; person: string; results: readonly string[] }>
>;
export type SuspectProbing = Request<
  'SuspectProbing',
  Readonly<{ authority: string; person: string; kind: ProbingKind; search: string }>
>;
export type ReopenSearch = Request<'ReopenSearch', Readonly<{ person: string }>, { reason: string }>;
export type SearchCommand = AskSearch | AnswerSearch | SuspectProbing | ReopenSearch;

export type SearchRefusal = Refusal<
  | 'search/closed'
  | 'search/person-hour-spent'
  | 'search/person-day-spent'
  | 'search/authority-day-spent'
  | 'search/not-closed'
>;
export const SEARCH_REFUSALS: readonly SearchRefusal['code'][] = [
  'search/closed',
  'search/person-hour-spent',
  'search/person-day-spent',
  'search/authority-day-spent',
  'search/not-closed',
];

type Spent = 'search/person-hour-spent' | 'search/person-day-spent' | 'search/authority-day-spent';
const SPENT: Readonly<Record<Budget, readonly [Spent, string]>> = {
  personHour: [
    'search/person-hour-spent',
    `You have made ${String(BUDGETS.personHour)} searches within an hour.`,
  ],
  personDay: ['search/person-day-spent', `You have made ${String(BUDGETS.personDay)} searches today.`],
  authorityDay: [
    'search/authority-day-spent',
    `Your authority has made ${String(BUDGETS.authorityDay)} searches today.`,
  ],
};

type Decided = Decision<SearchFact, SearchRefusal>;

const ask = ({ data, personal }: AskSearch, state: Searches, now: Instant): Decided => {
  const { isClosed, ...asked } = data;
  if (isClosed)
    return refuse('search/closed', 'Searches are closed to you until your governance lead opens them again.');
  const over = overdrawn(state, data.person, now);
  if (over) return refuse(...SPENT[over.budget]);
  return accept<SearchFact>({
    ...{ type: 'SearchAsked', data: { ...asked, at: now } },
    ...(personal ? { personal } : {}),
  });
};

const answer = ({ data }: AnswerSearch, state: Searches, now: Instant): Decided => {
  const found = data.results.length;
  const asked = state.asked.map((one) => (one.search === data.search ? { ...one, found } : one));
  const suspect = probingIn(
    asked.filter(({ person }) => person === data.person),
    now,
  );
  return accept<SearchFact>({
    type: 'SearchAnswered',
    data: { ...data, found, at: now, ...(suspect === undefined ? {} : { suspect }) },
  });
};

/** Searches cost of a budget before anything is looked up; those that look like probing close what comes after. */
export const searchDecider: Decider<SearchCommand, SearchFact, Searches, SearchRefusal> = {
  initialState: NO_SEARCHES,
  decide: (command, state, now) => {
    switch (command.type) {
      case 'AskSearch':
        return ask(command, state, now);
      case 'AnswerSearch':
        return answer(command, state, now);
      case 'SuspectProbing':
        // closed already: nobody is told twice
        return state.closed.has(command.data.person)
          ? accept()
          : accept<SearchFact>({ type: 'ProbingSuspected', data: command.data });
      case 'ReopenSearch':
        return state.closed.has(command.data.person)
          ? accept<SearchFact>({
              ...{ type: 'SearchReopened', data: command.data },
              ...(command.personal ? { personal: command.personal } : {}),
            })
          : refuse('search/not-closed', 'Searches are not closed to this person.', 'person');
      default:
        return never(command);
    }
  },
  evolve: evolveSearches,
};
