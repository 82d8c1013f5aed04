import type { InboxRow } from './inbox.rows';
import { URGENCIES } from '../mailbox/entry';

const SHOWN = ['waiting', 'unread', 'overdue', 'taken-on', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** What of the mailbox is asked for. Nothing in it is personal: it stands in the address. */
export type InboxFilter = Readonly<{
  show: Shown;
  kind: string;
  urgency: string;
  from: string;
  page: number;
  /** Only entries up to this number. */
  upTo?: number;
}>;

export const SHOW_WORDS: Readonly<Record<Shown, string>> = {
  waiting: 'Waiting to be acknowledged',
  unread: 'Not opened yet',
  overdue: 'Overdue',
  'taken-on': 'Acknowledged or acted on',
  all: 'Everything',
};

const textIn = (query: Readonly<Record<string, unknown>>, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};
const numberIn = (text: string): number | undefined =>
  /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined =>
  all.find((each) => each === text);

/** Whatever stands in the address; what is not understood is as if it were not there. */
export const filterOf = (query: Readonly<Record<string, unknown>>): InboxFilter => {
  const upTo = numberIn(textIn(query, 'upTo'));
  const kind = textIn(query, 'kind');
  const from = textIn(query, 'from');
  return {
    show: oneOf(SHOWN, textIn(query, 'show')) ?? 'waiting',
    kind: /^[a-z]{0,20}$/.test(kind) ? kind : '',
    urgency: oneOf(URGENCIES, textIn(query, 'urgency')) ?? '',
    from: /^E\d{8}$/.test(from) ? from : '',
    page: numberIn(textIn(query, 'page')) ?? 1,
    ...(upTo === undefined ? {} : { upTo }),
  };
};

export const isNarrowed = ({ show, kind, urgency, from }: InboxFilter): boolean =>
  show !== 'waiting' || kind !== '' || urgency !== '' || from !== '';

const SHOWS: Readonly<Record<Shown, (row: InboxRow) => boolean>> = {
  waiting: ({ waiting }) => waiting,
  unread: ({ unread }) => unread,
  overdue: ({ overdue }) => overdue,
  'taken-on': ({ waiting }) => !waiting,
  all: () => true,
};

export const passes = (filter: InboxFilter, row: InboxRow): boolean =>
  SHOWS[filter.show](row) &&
  (filter.kind === '' || row.category === filter.kind) &&
  (filter.urgency === '' || row.urgency === filter.urgency) &&
  (filter.from === '' || row.from === filter.from);

const USUAL: Readonly<Record<string, string>> = { show: 'waiting', page: '1' };

/** The address of the same list, changed. */
export const addressOf = (filter: InboxFilter, change: Partial<InboxFilter> = {}): string => {
  const { show, kind, urgency, from, page, upTo } = { ...filter, page: 1, ...change };
  const asked = { show, kind, urgency, from, page: String(page), upTo: String(upTo ?? '') };
  const given = Object.entries(asked).filter(([name, value]) => value !== (USUAL[name] ?? ''));
  const query = new URLSearchParams(given).toString();
  return query === '' ? '/console/desk' : `/console/desk?${query}`;
};
