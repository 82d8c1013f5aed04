import { clocksByNotice, stateOfClock } from '../mailbox/clock';
import type { Clock } from '../mailbox/clock';
import { CATEGORIES, URGENCY_TAGS } from '../mailbox/entry-words';
import type { MailboxWindow, WorklistCounts } from '../mailbox/mailbox-window';
import { SHOW_WORDS, addressOf, isNarrowed, passes } from './inbox.filter';
import type { InboxFilter } from './inbox.filter';
import { isActNow, rowsOf } from './inbox.rows';
import type { InboxRow } from './inbox.rows';

export const PER_PAGE = 25;

/** `live`: which of what comes in makes it one more. */
type Tile = Readonly<{ count: number; says: string; href: string; alarms: boolean; live?: string }>;
type Choice = Readonly<{ value: string; text: string }>;
type Group = Readonly<{ id: string; title: string; rows: readonly InboxRow[] }>;

export type InboxParts = Readonly<{
  window: MailboxWindow;
  clocks: readonly Clock[];
  worklists: WorklistCounts;
  filter: InboxFilter;
  now: string;
  nameOf: (gss: string) => string;
}>;

const choices = (words: Readonly<Record<string, string>>, all: string): readonly Choice[] => [
  { value: '', text: all },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
];

const sendersOf = ({ window, nameOf }: InboxParts): readonly Choice[] => {
  const senders = [...new Set(window.entries.map(({ from }) => from))]
    .map((value) => ({ value, text: nameOf(value) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  return [{ value: '', text: 'Any authority' }, ...senders];
};

const linesOf = (worklists: WorklistCounts, ...names: readonly string[]): number =>
  worklists.filter(({ name }) => names.includes(name)).reduce((sum, { lines }) => sum + lines, 0);

const tilesOf = ({ worklists, clocks, now }: InboxParts, rows: readonly InboxRow[]): readonly Tile[] => {
  const states = clocks.map((clock) => stateOfClock(clock, now));
  const late = states.filter((state) => state === 'late').length;
  const soon = states.filter((state) => state === 'soon').length;
  const urgent = rows.filter(isActNow).length;
  const alarm = (count: number): Readonly<{ count: number; alarms: boolean }> => ({
    count,
    alarms: count > 0,
  });
  const still = (count: number): Readonly<{ count: number; alarms: boolean }> => ({ count, alarms: false });
  const missing = linesOf(worklists, 'missing-here', 'missing-ours', 'missing-heading-here');
  const waiting = rows.filter((row) => row.waiting).length;
  const duties = '/console/registers/duties';
  return [
    {
      ...alarm(urgent),
      says: 'urgent, not acknowledged',
      href: '/console/desk?urgency=urgent',
      live: 'act-now',
    },
    { ...still(waiting), says: 'waiting to be acknowledged', href: '/console/desk', live: 'any' },
    {
      ...{ ...alarm(missing), says: 'missing now: here, ours or heading here' },
      ...{ href: '/console/registers/missing', live: 'missing' },
    },
    { ...alarm(late), says: 'duties overdue', href: `${duties}?state=late` },
    { ...still(soon), says: 'duties due within a day', href: `${duties}?state=open` },
  ];
};

const groupsOf = (rows: readonly InboxRow[]): readonly Group[] => {
  const group = (id: string, title: string, of: (row: InboxRow) => boolean): Group => ({
    ...{ id, title, rows: rows.filter(of) },
  });
  return [
    group('act-now', 'Urgent: act now', isActNow),
    group('waiting', 'Waiting to be acknowledged', (row) => row.waiting && !isActNow(row)),
    group('taken-on', 'Acknowledged or acted on', ({ waiting }) => !waiting),
  ].filter((each) => each.rows.length > 0);
};

type Emptiness = Readonly<{ title: string; says: string }>;

const emptinessOf = ({ filter, window }: InboxParts): Emptiness => {
  if (window.head === 0)
    return {
      title: 'Nobody has told your authority anything yet',
      says: 'When another authority places a child in your area, or a child is missing and may be with you, it appears here by itself.',
    };
  if (isNarrowed(filter) || filter.upTo !== undefined)
    return { title: 'Nothing matches', says: 'Change what is shown, or show everything that is waiting.' };
  return {
    title: 'Nothing is waiting',
    says: 'Everything that your authority was told has been acknowledged. New notices appear here by themselves.',
  };
};

const choicesOf = (parts: InboxParts): Readonly<Record<string, readonly Choice[]>> => ({
  show: Object.entries(SHOW_WORDS).map(([value, text]) => ({ value, text })),
  kind: choices(CATEGORIES, 'Any kind'),
  urgency: choices(
    Object.fromEntries(Object.entries(URGENCY_TAGS).map(([code, { text }]) => [code, text])),
    'Any urgency',
  ),
  from: sendersOf(parts),
});

const pagesOf = (filter: InboxFilter, found: number): Readonly<Record<string, unknown>> => {
  const last = Math.max(Math.ceil(found / PER_PAGE), 1);
  const page = Math.min(filter.page, last);
  const link = (to: number): Readonly<{ href: string }> => ({ href: addressOf(filter, { page: to }) });
  return {
    ...{ page, last, first: found === 0 ? 0 : (page - 1) * PER_PAGE + 1 },
    upTo: Math.min(page * PER_PAGE, found),
    ...(page > 1 ? { previous: link(page - 1) } : {}),
    ...(page < last ? { next: link(page + 1) } : {}),
  };
};

/** The inbox: what needs a person first, with counts, filters and what lies further back. */
export const inboxPage = (parts: InboxParts): Readonly<Record<string, unknown>> => {
  const { window, clocks, filter, now } = parts;
  const rows = rowsOf({ ...window, clocks: clocksByNotice(clocks), now });
  const found = rows.filter((row) => passes(filter, row));
  const pages = pagesOf(filter, found.length);
  const from = (Number(pages['page']) - 1) * PER_PAGE;
  const last = Math.max(0, ...window.entries.map(({ sequence }) => sequence));
  return {
    tiles: tilesOf(parts, rows),
    groups: groupsOf(found.slice(from, from + PER_PAGE)),
    ...{ found: found.length, pages, filter, choices: choicesOf(parts), emptiness: emptinessOf(parts) },
    narrowed: isNarrowed(filter),
    // what is new is only put where it belongs: before the newest, with nothing left out
    live: !isNarrowed(filter) && filter.page === 1 && filter.upTo === undefined,
    ...{ lastSequence: last, readAt: now, unread: rows.filter((row) => row.unread).length },
    ...(window.before > 0
      ? { older: { href: addressOf(filter, { upTo: window.before }), before: window.before } }
      : {}),
  };
};
