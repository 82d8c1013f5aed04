import type { components } from '@ibex/sdk';

type Schemas = components['schemas'];

/** What the exchange answers, by the names that this area uses. */
export type Chronology = Schemas['ChronologyAnswer'];
export type Entry = Schemas['ChronologyEntry'];
export type GapShown = Schemas['ChronologyGap'];
export type RecordShown = Schemas['ChronologyRecord'];
export type Picture = Schemas['PictureAnswer'];
export type Indicator = Schemas['IndicatorShown'];
export type Completeness = Schemas['CompletenessShown'];
export type SearchAnswer = Schemas['SearchAnswerDto'];
export type SearchResult = Schemas['SearchResultDto'];
export type LinkCase = Schemas['LinkCaseDto'];
export type LinkDetail = Schemas['LinkDetailDto'];
export type BlastRadius = Schemas['BlastRadiusDto'];
export type WorklistCount = Schemas['WorklistCount'];
export type FetchShown = Schemas['FetchShownDto'];
export type Whereabouts = Schemas['WhereaboutsDto'];
export type NotShared = Schemas['DecisionShownDto'];
export type AuthorityShown = Schemas['AuthorityDto'];

/** Name of an authority by its GSS code; the code itself where there is none. */
export type NameOf = (gss: string) => string;
