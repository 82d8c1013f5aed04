import type { Fact, RecordedFact } from '@ibex/kernel';

/** `by`: the owner, GSS code; `person`: who acted for it. */
type By = Readonly<{ by: string; person: string }>;

/** `notice`: stream of the notice whose whereabouts are asked for; absent: what the record itself holds. */
export type FetchRequested = Fact<'FetchRequested', By & { notice?: string }, { reason: string }>;
export type FetchApproved = Fact<'FetchApproved', By & { until: string }>;
export type FetchTaken = Fact<'FetchTaken', By>;
/** Told to the owner’s own desk, so that no fetch goes unnoticed. */
export type FetchTold = Fact<'FetchTold', { owner: string }>;
export type FetchFact = FetchRequested | FetchApproved | FetchTaken | FetchTold;

export const FETCH_CATEGORY = 'fetch';
export const fetchStream = (id: string): string => `${FETCH_CATEGORY}-${id}`;
export const fetchIdOf = ({ stream }: Pick<RecordedFact, 'stream'>): string =>
  stream.slice(FETCH_CATEGORY.length + 1);

const TYPES: Readonly<Record<FetchFact['type'], true>> = {
  FetchRequested: true,
  FetchApproved: true,
  FetchTaken: true,
  FetchTold: true,
};

/** A recorded fact of a fetch, typed: its stream holds only what its decider accepted. */
export const isFetchFact = (fact: RecordedFact): fact is RecordedFact & FetchFact =>
  Object.hasOwn(TYPES, fact.type);
