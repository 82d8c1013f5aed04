import type { components } from '@ibex/sdk';

type Schemas = components['schemas'];

export type PlacedHereAnswer = Schemas['PlacedHereAnswer'];
export type PlacedHereLine = Schemas['PlacedHereShown'];
export type PlacedElsewhereAnswer = Schemas['PlacedElsewhereAnswer'];
export type PlacedElsewhereLine = Schemas['PlacedElsewhereShown'];
export type Host = Schemas['HostShown'];
export type MissingAnswer = Schemas['MissingEpisodesAnswer'];
export type MissingLine = Schemas['MissingEpisodeShown'];
export type DutiesAnswer = Schemas['DutiesAnswer'];
export type DutyLine = Schemas['DutyShown'];
export type WorklistsAnswer = Schemas['WorklistsAnswer'];
export type StatusAnswer = Schemas['AuthoritiesStatusAnswer'];
export type Feed = Schemas['FeedStatus'];
export type TrendsAnswer = Schemas['TrendsAnswer'];
export type TrendQuarter = Schemas['TrendQuarter'];
export type TrendArea = Schemas['TrendArea'];
export type TrendCell = Schemas['TrendCell'];
export type Completeness = Schemas['CompletenessShown'];
export type Child = Schemas['ChildShown'];
