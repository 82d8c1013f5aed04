import type { CivilDate, Fact, Instant } from '@ibex/kernel';
import type { Rhythm } from './rhythm.rule';

/** Streams `feed-<GSS code>-<notification type>`. */
export const FEED_CATEGORY = 'feed';
export const feedStream = (authority: string, notification: string): string =>
  `${FEED_CATEGORY}-${authority}-${notification}`;

type Feed = Readonly<{ authority: string; notification: string }>;

/** An authority has posted nothing of a type for longer than its rhythm allows. `title`: the type in words. */
export type FeedFellSilent = Fact<
  'FeedFellSilent',
  Feed &
    Readonly<{
      title: string;
      lastPostedAt: Instant;
      since: CivilDate;
      usually: Rhythm['word'];
      limit: number;
    }>
>;

/** It has posted again. `silentSince`: of the silence that this ends. */
export type FeedResumed = Fact<'FeedResumed', Feed & Readonly<{ postedAt: Instant; silentSince: CivilDate }>>;

export type FeedFact = FeedFellSilent | FeedResumed;
