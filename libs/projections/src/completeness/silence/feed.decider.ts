import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Instant, Refusal, Request } from '@ibex/kernel';
import type { FeedFact, FeedFellSilent, FeedResumed } from '../../shared/postings/feed.events';

/** Nothing was posted since `lastPostedAt`, for longer than the rhythm allows. */
export type NoteFeedSilent = Request<'NoteFeedSilent', FeedFellSilent['data']>;
/** Something was posted again. */
export type NoteFeedResumed = Request<'NoteFeedResumed', Omit<FeedResumed['data'], 'silentSince'>>;
export type FeedCommand = NoteFeedSilent | NoteFeedResumed;

export type FeedRefusal = Refusal<'feed/silence-on-record' | 'feed/posted-since' | 'feed/not-silent'>;
export const FEED_REFUSALS: readonly FeedRefusal['code'][] = [
  'feed/silence-on-record',
  'feed/posted-since',
  'feed/not-silent',
];

/** `silent`: the silence that lasts. `postedAt`: the last posting that is on record here. */
export type FeedState = Readonly<{ silent?: FeedFellSilent['data']; postedAt?: Instant }>;

const decideSilence = ({ data }: NoteFeedSilent, { silent, postedAt = '' }: FeedState) => {
  if (silent) return refuse('feed/silence-on-record', 'This silence is on record already.');
  // whoever looked at an older view would tell of a silence that is over
  if (data.lastPostedAt < postedAt)
    return refuse('feed/posted-since', 'Something was posted since.', 'lastPostedAt');
  return accept<FeedFellSilent>({ type: 'FeedFellSilent', data });
};

const decideResumption = ({ data }: NoteFeedResumed, { silent }: FeedState) => {
  if (!silent || data.postedAt <= silent.lastPostedAt)
    return refuse('feed/not-silent', 'No silence lasts that this posting would end.');
  return accept<FeedResumed>({ type: 'FeedResumed', data: { ...data, silentSince: silent.since } });
};

/** A silence is told once, and ends with the next posting. */
export const feedDecider: Decider<FeedCommand, FeedFact, FeedState, FeedRefusal> = {
  initialState: {},
  decide: (command, state) => {
    switch (command.type) {
      case 'NoteFeedSilent':
        return decideSilence(command, state);
      case 'NoteFeedResumed':
        return decideResumption(command, state);
      default:
        return never(command);
    }
  },
  evolve: (_, { type, data }) => {
    switch (type) {
      case 'FeedFellSilent':
        return { silent: data, postedAt: data.lastPostedAt };
      case 'FeedResumed':
        return { postedAt: data.postedAt };
      default:
        return never(type);
    }
  },
};
