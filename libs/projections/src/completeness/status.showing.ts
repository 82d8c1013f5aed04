import { daysBetween } from '@ibex/kernel';
import type { Authority, CivilDate, Reader } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { toFeedShown } from '../shared/postings/feed-shown';
import { feedKey } from '../shared/postings/feeds';
import type { Feed } from '../shared/postings/feeds';
import type { AuthorityStatus, ChannelStatus, DaysPosted, FeedStatus } from './status.dto';

/** Everything that one answer is made of. */
export type Look = Readonly<{
  reader: Reader;
  today: CivilDate;
  notifications: readonly string[];
  feeds: ReadonlyMap<string, Feed>;
  channelsOf: (authority: string) => readonly Plain<ChannelStatus>[];
}>;

const daysPosted = ({ days }: Feed, today: CivilDate): Plain<DaysPosted> => {
  const within = (window: number): number => days.filter((day) => daysBetween(day, today) < window).length;
  return { of7: within(7), of30: within(30), of90: within(90) };
};

/** What an authority sees of its own feeds, and whoever runs the service of all: how often, and since when on record. */
const watchedPart = (feed: Feed, today: CivilDate): Partial<Plain<FeedStatus>> => ({
  daysPosted: daysPosted(feed, today),
  ...(feed.silence?.over === 0 ? { silenceRecordedAt: feed.silence.recordedAt } : {}),
});
/** What it sees of its own alone: the hour, and what the posting said. */
const ownPart = ({ lastAt, lastOccurredAt }: Feed): Partial<Plain<FeedStatus>> => ({
  lastPostedAt: lastAt,
  lastOccurredAt,
});

const toFeedStatus = (
  { gss, name }: Pick<Authority, 'gss' | 'name'>,
  notification: string,
  look: Look,
): Plain<FeedStatus> => {
  const { reader, today } = look;
  const feedName = { authority: gss, notification };
  const feed = look.feeds.get(feedKey(feedName));
  const shown = toFeedShown({ name: feedName, feed }, name, today);
  if (!feed) return shown;
  const isOwn = reader.authority === gss;
  return {
    ...shown,
    ...(isOwn ? ownPart(feed) : {}),
    ...(isOwn || reader.roles.includes('operator') ? watchedPart(feed, today) : {}),
  };
};

/** One authority as the reader may know it. */
export const toAuthorityStatus = (
  authority: Pick<Authority, 'gss' | 'name' | 'member'>,
  look: Look,
): Plain<AuthorityStatus> => {
  const { gss, name, member } = authority;
  const channels = look.channelsOf(gss);
  const isWatched = look.reader.authority === gss || look.reader.roles.includes('operator');
  return {
    ...{ authority: gss, authorityName: name, member },
    feeds: look.notifications.map((notification) => toFeedStatus(authority, notification, look)),
    hasLiveSubscriptions: channels.some(({ subscriptions }) => subscriptions > 0),
    ...(isWatched ? { channels } : {}),
  };
};
