import { addDays } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import type { MissingEpisodeRow } from './open-missing-episodes.schema';

export type EpisodeStart = Pick<MissingEpisodeRow, 'stream' | 'recordRef' | 'startedAt' | 'startedOn'>;
export type Counted = Readonly<{
  episodeNumber: number;
  episodes: Readonly<{ last30Days: number; last90Days: number; last365Days: number }>;
}>;

const isUpTo = (start: EpisodeStart, episode: EpisodeStart): boolean =>
  start.startedAt === episode.startedAt
    ? start.stream <= episode.stream
    : start.startedAt < episode.startedAt;

/** `starts`: of every episode of the same child. The last 30 days are today and the 29 days before it. */
export const countEpisodes = (
  episode: EpisodeStart,
  starts: readonly EpisodeStart[],
  today: CivilDate,
): Counted => {
  const within = (days: number): number => {
    const first = addDays(today, 1 - days);
    return starts.filter(({ startedOn }) => startedOn >= first && startedOn <= today).length;
  };
  return {
    episodeNumber: starts.filter((start) => isUpTo(start, episode)).length,
    episodes: { last30Days: within(30), last90Days: within(90), last365Days: within(365) },
  };
};
