import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type { FetchApproved, FetchFact } from './fetch.events';

type By = Readonly<{ by: string; person: string }>;
export type RequestFetch = Request<'RequestFetch', By & { notice?: string }, { reason: string }>;
/** `until`: when the approval runs out, UTC. */
export type ApproveFetch = Request<'ApproveFetch', By & { until: string }>;
export type TakeFetch = Request<'TakeFetch', By>;
export type TellFetch = Request<'TellFetch'>;
export type FetchCommand = RequestFetch | ApproveFetch | TakeFetch | TellFetch;

type Asked = By & Readonly<{ notice?: string }>;
export type FetchState =
  | Readonly<{ phase: 'none' }>
  | (Asked & Readonly<{ phase: 'requested' }>)
  | (Asked & Readonly<{ phase: 'approved'; approvedBy: string; until: string }>)
  | (Asked & Readonly<{ phase: 'taken'; approvedBy: string; until: string; isTold: boolean }>);

export const FETCH_REFUSALS = [
  'fetch/not-known',
  'fetch/same-person',
  'fetch/not-yours',
  'fetch/not-approved',
  'fetch/approval-over',
  'fetch/taken-already',
] as const;
export type FetchRefusal = Refusal<(typeof FETCH_REFUSALS)[number]>;
type Decided = Decision<FetchFact, FetchRefusal>;

const NOT_KNOWN = refuse('fetch/not-known', 'There is no such fetch of your authority.');
const TAKEN = refuse(
  'fetch/taken-already',
  'It was fetched already: each fetch is asked for and approved anew.',
);

const approve = ({ data }: ApproveFetch, state: FetchState): Decided => {
  if (state.phase === 'none' || state.by !== data.by) return NOT_KNOWN;
  if (state.person === data.person)
    return refuse('fetch/same-person', 'Another person than the one who asks has to approve it.');
  if (state.phase !== 'requested') return accept();
  return accept<FetchFact>({ type: 'FetchApproved', data });
};

const take = ({ data }: TakeFetch, state: FetchState, now: string): Decided => {
  if (state.phase === 'none' || state.by !== data.by) return NOT_KNOWN;
  if (state.person !== data.person)
    return refuse('fetch/not-yours', 'Only the person who asked for it may fetch it.');
  if (state.phase === 'taken') return TAKEN;
  if (state.phase === 'requested')
    return refuse('fetch/not-approved', 'A second person has not approved it yet.');
  if (now >= state.until) return refuse('fetch/approval-over', 'The approval has run out: ask anew.');
  return accept<FetchFact>({ type: 'FetchTaken', data });
};

const tell = (state: FetchState): Decided =>
  state.phase !== 'taken' || state.isTold
    ? accept()
    : accept<FetchFact>({ type: 'FetchTold', data: { owner: state.by } });

const decide = (command: FetchCommand, state: FetchState, now: string): Decided => {
  switch (command.type) {
    case 'RequestFetch': {
      const { data, personal } = command;
      const words = personal === undefined ? {} : { personal };
      return state.phase === 'none'
        ? accept<FetchFact>({ type: 'FetchRequested', data, ...words })
        : accept();
    }
    case 'ApproveFetch':
      return approve(command, state);
    case 'TakeFetch':
      return take(command, state, now);
    case 'TellFetch':
      return tell(state);
    default:
      return never(command);
  }
};

const approvedAfter = (asked: Asked, { person: approvedBy, until }: FetchApproved['data']): FetchState => {
  const { by, person, notice } = asked;
  return { phase: 'approved', by, person, ...(notice === undefined ? {} : { notice }), approvedBy, until };
};

const evolve = (state: FetchState, fact: FetchFact): FetchState => {
  switch (fact.type) {
    case 'FetchRequested':
      return { phase: 'requested', ...fact.data };
    case 'FetchApproved':
      return state.phase === 'requested' ? approvedAfter(state, fact.data) : state;
    case 'FetchTaken':
      return state.phase === 'approved' ? { ...state, phase: 'taken', isTold: false } : state;
    case 'FetchTold':
      return state.phase === 'taken' ? { ...state, isTold: true } : state;
    default:
      return never(fact);
  }
};

/** Where a restricted child is, is read by one person once, after another one has agreed, and not much later. */
export const fetchDecider: Decider<FetchCommand, FetchFact, FetchState, FetchRefusal> = {
  initialState: { phase: 'none' },
  decide,
  evolve,
};
