import type { CivilDate } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { present } from '../present';
import type { FeedShown } from './completeness.dto';
import { sentenceOf } from './feed-words';
import type { Feed } from './feeds';

export type FeedName = Pick<Feed, 'authority' | 'notification'>;
/** A feed by name, and what was posted; nothing yet: undefined. */
export type KnownFeed = Readonly<{ name: FeedName; feed: Feed | undefined }>;

export const isSilent = ({ feed }: KnownFeed): boolean => feed?.silentSince !== undefined;

export const stateOf = (feed: Feed | undefined): FeedShown['state'] => {
  if (!feed) return 'never-posted';
  if (feed.silentSince !== undefined) return 'silent';
  return feed.rhythm === undefined ? 'too-few-to-say' : 'as-usual';
};

/** A feed as everybody may know it: the day of the last posting, not the hour, and no number of notices. */
export const toFeedShown = (
  { name: { authority, notification }, feed }: KnownFeed,
  authorityName: string,
  today: CivilDate,
): Plain<FeedShown> => {
  const known = present({
    lastPostedOn: feed?.lastOn,
    usually: feed?.rhythm?.word,
    silentSince: feed?.silentSince,
  });
  return {
    ...{ authority, authorityName, notification },
    says: sentenceOf({ name: authorityName, notification, today, ...known }),
    state: stateOf(feed),
    ...known,
  };
};
