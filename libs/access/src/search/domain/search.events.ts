import type { Fact, Identifier, Instant, RecordedFact } from '@ibex/kernel';

/** Why a search is suspected to be for whoever may be there, not for a child at hand. */
export const PROBING_KINDS = ['varies-one-identifier', 'finds-nothing'] as const;
export type ProbingKind = (typeof PROBING_KINDS)[number];

/** `digests`: keyed, of the identifiers in the order of `named`. `reason`: in the person’s words, sealed. */
export type SearchAsked = Fact<
  'SearchAsked',
  Readonly<{
    search: string;
    person: string;
    purpose: string;
    named: readonly Identifier[];
    digests: readonly string[];
    at: Instant;
  }>,
  { reason: string }
>;

/** `results`: references of the records that were shown or pointed to, in order. */
export type SearchAnswered = Fact<
  'SearchAnswered',
  Readonly<{
    search: string;
    person: string;
    found: number;
    results: readonly string[];
    at: Instant;
    suspect?: ProbingKind;
  }>
>;

/** The service tells an authority of its own person, whose searches are closed from then on. */
export type ProbingSuspected = Fact<
  'ProbingSuspected',
  Readonly<{ authority: string; person: string; kind: ProbingKind; search: string }>
>;
export type SearchReopened = Fact<'SearchReopened', Readonly<{ person: string }>, { reason: string }>;

export type SearchFact = SearchAsked | SearchAnswered | ProbingSuspected | SearchReopened;

/** A search would have met a restricted record: nothing was shown, and its owner is told. */
export type RestrictedMet = Fact<
  'RestrictedMet',
  Readonly<{ owner: string; purpose: string; search: string }>
>;
/** It met nothing that is kept from it: recorded all the same, so that both ways take the same steps. */
export type NothingMet = Fact<'NothingMet', Readonly<{ search: string }>>;
export type MetFact = RestrictedMet | NothingMet;

/** One stream for the searches of an authority on a London day, one for whose searches are closed. */
export const SEARCH_CATEGORY = 'search';
export const MET_CATEGORY = 'met';
export const PROBING_MESSAGE = 'uk.ibex.access.probing-suspected';
export const MET_MESSAGE = 'uk.ibex.access.restricted-met';

const TYPES: Readonly<Record<SearchFact['type'], true>> = {
  SearchAsked: true,
  SearchAnswered: true,
  ProbingSuspected: true,
  SearchReopened: true,
};

/** A recorded fact of these streams, typed: they hold only what their decider accepted. */
export const isSearchFact = (fact: RecordedFact): fact is RecordedFact & SearchFact =>
  Object.hasOwn(TYPES, fact.type);
