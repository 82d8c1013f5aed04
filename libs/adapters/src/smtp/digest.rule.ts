import { URGENCIES, londonDateOf, londonTimeOf } from '@ibex/kernel';
import type { BatchedEntry, ChannelBatch, Urgency } from '@ibex/kernel';

/** What a digest says: numbers, kinds of what happened, one date, one link. Nothing of any one child or sender. */
export type Digest = Readonly<{
  subject: string;
  headline: string;
  /** The urgent first; kinds in the order of their names. */
  groups: readonly Readonly<{
    urgency: Urgency;
    counts: readonly Readonly<{ kind: string; count: number }>[];
  }>[];
  /** By a London clock. */
  oldestDue?: string;
  link: string;
  isUrgent: boolean;
  isReplay: boolean;
}>;

const notices = (count: number): string => `${count} ${count === 1 ? 'notice' : 'notices'}`;
const urgentNotices = (count: number): string => `${count} urgent ${count === 1 ? 'notice' : 'notices'}`;
const wait = (count: number): string => (count === 1 ? 'waits' : 'wait');

const headlineOf = (urgent: number, others: number): string => {
  if (urgent === 0) return `${notices(others)} ${wait(others)}`;
  const more = others === 0 ? '' : `, and ${others} other${others === 1 ? '' : 's'}`;
  return `${urgentNotices(urgent)} ${wait(urgent)}${more}`;
};

const groupOf = (urgency: Urgency, entries: readonly BatchedEntry[]): Digest['groups'][number] => {
  const ours = entries.filter((entry) => entry.urgency === urgency);
  const kinds = [...new Set(ours.map(({ kind }) => kind))].sort();
  const counts = kinds.map((kind) => ({ kind, count: ours.filter((entry) => entry.kind === kind).length }));
  return { urgency, counts };
};

const oldestDueOf = (entries: readonly BatchedEntry[]): string | undefined => {
  const [oldest] = entries.flatMap(({ dueAt }) => dueAt ?? []).sort();
  return oldest === undefined ? undefined : `${londonDateOf(oldest)} ${londonTimeOf(oldest)}`;
};

/** `publicUrl`: where people reach the exchange. */
export const toDigest = ({ entries, isReplay }: ChannelBatch, publicUrl: string): Digest => {
  const urgent = entries.filter(({ urgency }) => urgency === 'urgent').length;
  const headline = headlineOf(urgent, entries.length - urgent);
  const oldestDue = oldestDueOf(entries);
  return {
    subject: `IBEX: ${headline}${isReplay ? ' (sent again)' : ''}`,
    headline,
    groups: URGENCIES.map((urgency) => groupOf(urgency, entries)).filter(({ counts }) => counts.length > 0),
    ...(oldestDue === undefined ? {} : { oldestDue }),
    link: `${publicUrl.replace(/\/+$/, '')}/console/desk`,
    isUrgent: urgent > 0,
    isReplay,
  };
};
