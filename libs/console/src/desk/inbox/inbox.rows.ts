import { CLOCK_TAGS, stateOfClock } from '../mailbox/clock';
import type { Clock } from '../mailbox/clock';
import { categoryOfType, isMissingChild } from '../mailbox/entry';
import type { Entry, Urgency } from '../mailbox/entry';
import { URGENCY_TAGS, whyInWords } from '../mailbox/entry-words';
import { SINCE_WORDS, sinceByEntry } from '../mailbox/since.rule';
import type { Since } from '../mailbox/since.rule';
import { PHASE_TAGS, isWaiting, phaseOf } from '../mailbox/standing';
import type { Phase, Standings } from '../mailbox/standing';

type Tag = Readonly<{ text: string; colour: string }>;

/** A line of the inbox, as its template shows it. */
export type InboxRow = Readonly<{
  sequence: number;
  href: string;
  kind: string;
  category: string;
  from: string;
  urgency: Urgency;
  urgencyTag: Tag;
  phaseTag: Tag;
  capacity: string;
  at: string;
  duty?: string;
  dueAt?: string;
  clockTag?: Tag;
  since?: string;
  waiting: boolean;
  unread: boolean;
  overdue: boolean;
  /** Nothing is left to be done about what it told: it was recalled or is over. */
  moot: boolean;
  missingChild: boolean;
}>;

export type RowsOf = Readonly<{
  entries: readonly Entry[];
  standings: Standings;
  clocks: ReadonlyMap<string, Clock>;
  now: string;
}>;

type Facts = Readonly<{ phase: Phase; since: Since | undefined; clock: Clock | undefined; now: string }>;

const dueOf = ({ dueAt }: Entry, { clock }: Facts): string | undefined => clock?.dueAt ?? dueAt;

const clockTagOf = (entry: Entry, facts: Facts): Tag | undefined => {
  const dueAt = dueOf(entry, facts);
  if (dueAt === undefined) return undefined;
  const state = stateOfClock(facts.clock ?? { dueAt }, facts.now);
  return state === 'running' ? undefined : CLOCK_TAGS[state];
};

const toRow = (entry: Entry, facts: Facts): InboxRow => {
  const { phase, since } = facts;
  const clockTag = clockTagOf(entry, facts);
  const dueAt = dueOf(entry, facts);
  return {
    ...{ sequence: entry.sequence, kind: entry.kind, from: entry.from, at: entry.at },
    ...{ urgency: entry.urgency, urgencyTag: URGENCY_TAGS[entry.urgency], phaseTag: PHASE_TAGS[phase] },
    href: `/console/desk/inbox/${String(entry.sequence)}`,
    category: categoryOfType(entry.type),
    capacity: whyInWords(entry),
    ...(entry.duty === undefined ? {} : { duty: entry.duty }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(clockTag === undefined ? {} : { clockTag }),
    ...(since === undefined ? {} : { since: SINCE_WORDS[since] }),
    waiting: isWaiting(phase),
    unread: phase === 'new',
    overdue: clockTag === CLOCK_TAGS.late,
    moot: since === 'recalled' || since === 'over',
    missingChild: isMissingChild(entry),
  };
};

/** What needs a person first comes first; of two alike, the newer one. */
const rankOf = ({ waiting, urgency, overdue, moot }: InboxRow): number => {
  if (!waiting) return 4;
  if (moot) return 3;
  if (urgency === 'urgent') return 0;
  return overdue ? 1 : 2;
};

export const byNeed = (a: InboxRow, b: InboxRow): number => rankOf(a) - rankOf(b) || b.sequence - a.sequence;

export const isActNow = (row: InboxRow): boolean => rankOf(row) === 0;

/** Lines of the inbox, in the order in which somebody should deal with them. */
export const rowsOf = ({ entries, standings, clocks, now }: RowsOf): readonly InboxRow[] => {
  const noticeOf = (sequence: number): string | undefined => standings.get(sequence)?.notice;
  const since = sinceByEntry(entries, noticeOf);
  return entries
    .map((entry) => {
      const standing = standings.get(entry.sequence);
      const clock = clocks.get(standing?.notice ?? '');
      const phase = entry.withdrawn ? 'withdrawn' : phaseOf(standing);
      return toRow(entry, { phase, since: since.get(entry.sequence), clock, now });
    })
    .sort(byNeed);
};
