import { daysBetween } from '@ibex/kernel';
import { silenceChart } from '../charts/silence.chart';
import type { SilenceRow } from '../charts/silence.chart';
import type { Feed, StatusAnswer } from '../parts/answers';
import { addressOf } from '../../frame/asked';
import { datesInWords } from '../parts/freshness';
import type { ChartTable } from '../parts/table';

export const COMPLETENESS = '/console/registers/completeness';
/** A picture of more of them would be longer than the table. */
const MOST_IN_PICTURE = 24;

const POSTED: Readonly<Record<string, string>> = {
  placement: 'Placements',
  move: 'Moves',
  missing: 'Missing episodes',
  exploitation: 'Exploitation concerns',
};
const postedInWords = (notification: string): string => POSTED[notification] ?? notification;

const STATES: Readonly<Record<Feed['state'], string>> = {
  silent: 'Fallen silent',
  'as-usual': 'As usual',
  'too-few-to-say': 'Too few to say',
  'never-posted': 'Never posted',
};
const STATE_COLOURS: Readonly<Record<Feed['state'], string>> = {
  silent: 'red',
  'as-usual': 'green',
  'too-few-to-say': 'grey',
  'never-posted': 'grey',
};
const ORDER: readonly Feed['state'][] = ['silent', 'as-usual', 'too-few-to-say', 'never-posted'];

const agoInDays = (days: number): string => {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${String(days)} days ago`;
};

const daysAgoOf = ({ lastPostedOn }: Feed, today: string): number | undefined =>
  lastPostedOn === undefined ? undefined : Math.max(0, daysBetween(lastPostedOn, today));

/** The most overdue first, whoever never posted last. */
const byState = (a: Feed, b: Feed): number =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
  (a.lastPostedOn ?? '').localeCompare(b.lastPostedOn ?? '') ||
  a.authorityName.localeCompare(b.authorityName, 'en-GB');

/** Kinds of notice that somebody posts, for the choice between them. */
export const notificationsOf = ({ items }: StatusAnswer): readonly string[] => [
  ...new Set(items.flatMap(({ feeds }) => feeds.map(({ notification }) => notification))),
];

const pictured = (feeds: readonly Feed[], today: string): readonly SilenceRow[] =>
  feeds
    .filter(({ state }) => state !== 'never-posted')
    .slice(0, MOST_IN_PICTURE)
    .map((feed) => {
      const days = daysAgoOf(feed, today);
      const usually = feed.usually === undefined ? '' : `, usually ${feed.usually}`;
      const silence = feed.state === 'silent' ? 'Silent: last ' : '';
      return {
        label: feed.authorityName,
        says: days === undefined ? '' : `${silence}${agoInDays(days)}${usually}`,
        ...(days === undefined ? {} : { daysAgo: days }),
        isSilent: feed.state === 'silent',
      };
    });

export const completenessTable = (feeds: readonly Feed[], on: string, notification: string): ChartTable => ({
  id: 'completeness',
  caption: `${postedInWords(notification)}: who posts, and who has fallen silent`,
  columns: [
    { text: 'Authority' },
    { text: 'State' },
    { text: 'Last posted' },
    { text: 'Days since', isNumeric: true },
    { text: 'Usually' },
    { text: 'Silent since' },
  ],
  rows: feeds.map((feed) => [
    feed.authorityName,
    STATES[feed.state],
    feed.lastPostedOn ?? '',
    daysAgoOf(feed, on) ?? '',
    feed.usually ?? '',
    feed.silentSince ?? '',
  ]),
});

export const feedsOf = ({ items }: StatusAnswer, notification: string): readonly Feed[] =>
  items
    .flatMap(({ feeds }) => feeds)
    .filter((feed) => feed.notification === notification)
    .sort(byState);

const rowOf = (feed: Feed, today: string): readonly unknown[] => {
  const days = daysAgoOf(feed, today);
  return [
    feed.authorityName,
    { tag: STATES[feed.state], colour: STATE_COLOURS[feed.state] },
    feed.lastPostedOn === undefined
      ? { hint: 'never' }
      : { lines: [{ day: feed.lastPostedOn }, { hint: agoInDays(days ?? 0) }] },
    feed.usually ?? { hint: 'no rhythm yet' },
    feed.silentSince === undefined ? '' : { day: feed.silentSince },
  ];
};

/** Who posts one kind of notice and who has fallen silent: what of every list may be missing. */
export const completenessPage = (
  answer: StatusAnswer,
  notification: string,
): Readonly<Record<string, unknown>> => {
  const feeds = feedsOf(answer, notification);
  const silent = feeds.filter(({ state }) => state === 'silent');
  const rows = pictured(feeds, answer.on);
  const posting = feeds.filter(({ state }) => state !== 'never-posted').length;
  return {
    on: answer.on,
    upToDate: answer.upToDate,
    says: silent.map((feed) => datesInWords(feed.says)),
    counts: ORDER.map((state) => ({
      text: STATES[state],
      count: feeds.filter((feed) => feed.state === state).length,
    })),
    kinds: notificationsOf(answer).map((each) => ({
      text: postedInWords(each),
      href: addressOf(COMPLETENESS, { of: each }),
      active: each === notification,
    })),
    chart:
      rows.length === 0
        ? null
        : silenceChart('silence', `${postedInWords(notification)}: when each authority last posted`, rows),
    unpictured: posting - rows.length,
    caption: completenessTable(feeds, answer.on, notification).caption,
    rows: feeds.map((feed) => rowOf(feed, answer.on)),
    file: addressOf(`${COMPLETENESS}/file`, { of: notification }),
  };
};
