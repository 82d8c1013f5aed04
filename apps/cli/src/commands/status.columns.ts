import type { Shown } from '../output';
import type { Column } from './columns';

type Feed = Shown & Readonly<{ says: string; state: string; notification: string }>;
type Channel = Shown & Readonly<{ channel: string; subscriptions: number }>;

const feedsOf = ({ feeds }: Shown): readonly Feed[] =>
  Array.isArray(feeds) ? (feeds as readonly Feed[]) : [];
const channelsOf = ({ channels }: Shown): readonly Channel[] =>
  Array.isArray(channels) ? (channels as readonly Channel[]) : [];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const channelText = ({ channel, subscriptions, lastDeliveredAt, lastSeenAt }: Channel): string => {
  const last = [text(lastSeenAt), text(lastDeliveredAt)].sort().at(-1) ?? '';
  const live = subscriptions > 0 ? ` (${String(subscriptions)} live)` : '';
  return `${channel}${live}${last === '' ? '' : `, last ${last.slice(0, 16).replace('T', ' ')} UTC`}`;
};
const listensOf = (item: Shown): string => {
  const channels = channelsOf(item).map(channelText).join('; ');
  if (channels !== '') return channels;
  return item['hasLiveSubscriptions'] === true ? 'yes' : '';
};

/** One line per authority and notification type: a row of the answer, spread out. */
export const feedLines = (authorities: readonly Shown[]): readonly Shown[] =>
  authorities.flatMap((authority) =>
    feedsOf(authority).map((feed, at) => ({
      ...feed,
      member: authority['member'] === true ? 'yes' : 'no',
      // said once for each authority
      listens: at === 0 ? listensOf(authority) : '',
    })),
  );

const column = (header: string, name = header): Column => ({ header, of: (item) => item[name] });

export const FEEDS: readonly Column[] = [
  column('authority', 'authorityName'),
  column('type', 'notification'),
  column('state'),
  column('last posted', 'lastPostedOn'),
  column('usually'),
  column('silent since', 'silentSince'),
  column('member'),
  column('listens'),
];
