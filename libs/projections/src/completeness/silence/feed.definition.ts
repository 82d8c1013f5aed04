import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import type { FeedFact } from '../../shared/postings/feed.events';
import { FEED_REFUSALS } from './feed.decider';

const kept = (title: string): FactDefinition => ({
  version: 1,
  tells: { internal: 'the authority whose feed it is reads it, and is told by an entry of its own mailbox' },
  title,
  personal: [],
});

/** Feeds that fell silent, so that an alarm outlives every view. About authorities, never about a child. */
export const feedDefinition: NotificationDefinition<FeedFact> = {
  name: 'feed',
  title: 'What an authority posts',
  category: 'feed',
  lane: 'standard',
  facts: { FeedFellSilent: kept('Feed fell silent'), FeedResumed: kept('Feed resumed') },
  audience: () => [],
  deadlines: () => [],
  withheldFromAddressees: () => [],
  refusals: FEED_REFUSALS,
};
