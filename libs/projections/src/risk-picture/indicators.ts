import { coOccurrence } from './indicators/co-occurrence.indicator';
import { daysToEighteen } from './indicators/days-to-eighteen.indicator';
import { exploitationLevel } from './indicators/exploitation-level.indicator';
import { missingEpisodes } from './indicators/missing-episodes.indicator';
import { nrmStage } from './indicators/nrm-stage.indicator';
import { openMissingEpisode } from './indicators/open-missing-episode.indicator';
import { outOfArea } from './indicators/out-of-area.indicator';
import { placementInstability } from './indicators/placement-instability.indicator';
import { returnInterviews } from './indicators/return-interviews.indicator';
import { unacknowledgedNotices } from './indicators/unacknowledged-notices.indicator';
import type { Indicator } from './picture';

/** Every indicator, in the order in which it is shown. None adds up others. */
export const INDICATORS: readonly Indicator[] = [
  openMissingEpisode,
  missingEpisodes,
  placementInstability,
  outOfArea,
  returnInterviews,
  unacknowledgedNotices,
  exploitationLevel,
  nrmStage,
  daysToEighteen,
  coOccurrence,
];
