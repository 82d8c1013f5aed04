import { clocksByNotice, stateOfClock } from '../mailbox/clock';
import type { Clock } from '../mailbox/clock';
import { actionInWords, reasonInWords, whoInWords } from '../mailbox/entry-words';
import { rowsOf } from '../inbox/inbox.rows';
import type { InboxRow } from '../inbox/inbox.rows';
import type { MailboxWindow } from '../mailbox/mailbox-window';
import type { Standing } from '../mailbox/standing';
import type { ShiftAsked } from './shift';

export type OpenEpisode = Readonly<{
  noticeId: string;
  startedAt: string;
  responsible: string;
  host?: string | undefined;
  risk?: string | undefined;
  scope: 'here' | 'ours' | 'heading-here';
}>;

/** Those that are told of; `isWhole`: there are no others. */
export type OpenEpisodes = Readonly<{ items: readonly OpenEpisode[]; isWhole: boolean }>;

export type HandOverParts = Readonly<{
  asked: ShiftAsked;
  /** Reaches back to the beginning of the shift, or as far as was looked. */
  window: MailboxWindow;
  clocks: readonly Clock[];
  episodes: OpenEpisodes;
  person: string;
  now: string;
}>;

type Line = Readonly<{ row: InboxRow; says: string; at: string }>;

/** Of each list so many are told, what needs somebody first; the rest stand in the inbox. More is no hand-over that anybody reads. */
export const LISTED = 100;
type Listed<T> = Readonly<{ all: number; shown: readonly T[]; hasOthers: boolean }>;
/** `isWhole`: there are no others than these. */
const listed = <T>(items: readonly T[], isWhole = true): Listed<T> => ({
  ...{ all: items.length, shown: items.slice(0, LISTED), hasOthers: !isWhole },
});
const atLeast = (isWhole: boolean, says: string): string => (isWhole ? says : `or more ${says}`);

const within = (at: string | undefined, { shift }: ShiftAsked): boolean =>
  at !== undefined && at >= shift.from && at < shift.to;

const acknowledgedIn = (
  { asked, window, person }: HandOverParts,
  rows: readonly InboxRow[],
): readonly Line[] =>
  rows.flatMap((row) => {
    const taken = window.standings.get(row.sequence)?.acknowledged;
    if (!taken || !within(taken.at, asked)) return [];
    return [{ row, says: `by ${whoInWords(taken, person)}`, at: taken.at }];
  });

const actionsOf = (standing: Standing | undefined): Standing['actions'] => standing?.actions ?? [];

const actionsIn = ({ asked, window, person }: HandOverParts, rows: readonly InboxRow[]): readonly Line[] =>
  rows
    .flatMap((row) =>
      actionsOf(window.standings.get(row.sequence))
        .filter(({ at }) => within(at, asked))
        .map(({ action, reason, at, ...who }) => ({
          row,
          says: `${actionInWords(action)}${reason === undefined ? '' : `: ${reasonInWords(reason)}`}, by ${whoInWords(who, person)}`,
          at,
        })),
    )
    .sort((a, b) => a.at.localeCompare(b.at));

/** The line of the inbox in which a notice came first, by the notice. */
const rowsByNotice = (
  rows: readonly InboxRow[],
  { standings }: MailboxWindow,
): ReadonlyMap<string, InboxRow> => {
  const first = rows.toSorted((a, b) => b.sequence - a.sequence);
  return new Map(first.map((row) => [standings.get(row.sequence)?.notice ?? '', row]));
};

const lateOf = ({ clocks, now }: HandOverParts): readonly Clock[] =>
  clocks.filter((clock) => stateOfClock(clock, now) === 'late');

const soonOf = ({ clocks, now }: HandOverParts): readonly Clock[] =>
  clocks.filter((clock) => stateOfClock(clock, now) === 'soon');

const count = (rows: readonly InboxRow[], is: (row: InboxRow) => boolean): number => rows.filter(is).length;

const KINDS = ['Kind of notice', 'Came', 'Of them urgent', 'Not acknowledged'] as const;
/** What came, by what it is about; what most came of first. */
const kindsOf = (came: readonly InboxRow[]) => ({
  ...{ caption: 'Came', captionClasses: 'govuk-table__caption--s', columns: KINDS },
  rows: [...new Set(came.map(({ kind }) => kind))]
    .map((kind) => [kind, came.filter((row) => row.kind === kind)] as const)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, rows]) => [
      ...[kind, rows.length, count(rows, ({ urgency }) => urgency === 'urgent')],
      count(rows, ({ waiting }) => waiting),
    ]),
});

/** What came and nobody has to acknowledge, or was acknowledged at another time: the others stand in their own lists. */
const onlyCame = (came: readonly InboxRow[], acknowledged: readonly Line[]): readonly InboxRow[] => {
  const told = new Set(acknowledged.map(({ row }) => row.sequence));
  return came.filter(({ waiting, sequence }) => !waiting && !told.has(sequence));
};

/** What one shift leaves to the next: what came, what was done, and what is still to do. */
export const handOverPage = (parts: HandOverParts): Readonly<Record<string, unknown>> => {
  const { asked, window, clocks, episodes, now } = parts;
  const rows = rowsOf({ ...window, clocks: clocksByNotice(clocks), now });
  const came = rows.filter(({ at }) => within(at, asked));
  const waiting = rows.filter((row) => row.waiting && row.at < asked.shift.to);
  const acknowledged = acknowledgedIn(parts, rows);
  const actions = actionsIn(parts, rows);
  const notices = rowsByNotice(rows, window);
  const withRow = (clock: Clock) => ({ ...clock, row: notices.get(clock.notice) });
  const [late, soon] = [lateOf(parts).map(withRow), soonOf(parts).map(withRow)];
  const [areAllMissing, areAllClocks] = [episodes.isWhole, clocks.length < LISTED];
  const missing = episodes.items.map((each) => ({ ...each, row: notices.get(`missing-${each.noticeId}`) }));
  return {
    ...{ shift: asked.shift, madeAt: now, form: { entries: asked.entries, faults: asked.faults } },
    ...{
      waiting: listed(waiting),
      late: listed(late, areAllClocks),
      soon: listed(soon, areAllClocks),
      episodes: listed(missing, areAllMissing),
    },
    ...{ kinds: kindsOf(came), came: listed(onlyCame(came, acknowledged)) },
    ...{ acknowledged: listed(acknowledged), actions: listed(actions) },
    counts: [
      { count: waiting.length, says: 'not acknowledged', alarms: waiting.length > 0 },
      { count: late.length, says: atLeast(areAllClocks, 'duties overdue'), alarms: late.length > 0 },
      { count: missing.length, says: atLeast(areAllMissing, 'missing now'), alarms: missing.length > 0 },
      { count: came.length, says: 'came in the shift', alarms: false },
      { count: acknowledged.length, says: 'acknowledged in the shift', alarms: false },
      { count: actions.length, says: 'actions recorded', alarms: false },
    ],
    ...(window.before > 0 ? { looksBackTo: window.entries[0]?.at } : {}),
  };
};
