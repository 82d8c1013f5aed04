import type { MailboxEntry } from '@ibex/kernel';
import { entryIdOf } from '@ibex/runtime';
import type { ChronologyEntryRow, ChronologyStepRow } from './child-chronology.schema';
import type { Line } from './chronology-lines';

/** How a fact came to an authority. `toldAt`: when it reached its mailbox, or was told by the authority itself. */
export type Reached = Readonly<{
  toldAt: string;
  deliveredAt?: string;
  openedAt?: string;
  acknowledgedAt?: string;
}>;

/** Whose knowledge, when, and what of it is on record. `entries`: of its mailbox alone. */
export type KnownBy = Readonly<{
  authority: string;
  until: string;
  entries: readonly MailboxEntry[];
  steps: readonly ChronologyStepRow[];
}>;

const STEPS = {
  NoticeDelivered: 'deliveredAt',
  NoticeOpened: 'openedAt',
  NoticeAcknowledged: 'acknowledgedAt',
} as const;
const isStep = (type: string): type is keyof typeof STEPS => Object.hasOwn(STEPS, type);

const stepsOf = (entryId: string, { steps, until }: KnownBy): Omit<Reached, 'toldAt'> =>
  Object.fromEntries(
    steps
      .filter((step) => step.entryId === entryId && step.recordedAt <= until)
      .flatMap((step) => (isStep(step.type) ? [[STEPS[step.type], step.occurredAt] as const] : [])),
  );

const isOfFact = (entry: MailboxEntry, factId: string, authority: string): boolean =>
  entry.factId === factId && entry.entryId === entryIdOf(factId, authority);

/** What was put into the mailbox first of a notice opens what had led up to it as well. */
const openedBy = (row: ChronologyEntryRow, { entries }: KnownBy): MailboxEntry | undefined => {
  const [first] = entries
    .filter(({ stream }) => stream === row.stream)
    .toSorted((a, b) => a.position - b.position);
  return first && first.position > row.position ? first : undefined;
};

/** Undefined: that authority did not know of this fact then. */
export const reachedOf = (row: ChronologyEntryRow, known: KnownBy): Reached | undefined => {
  const { authority, until, entries } = known;
  if (row.recordedAt > until) return undefined;
  if (row.source === authority || row.owner === authority) return { toldAt: row.recordedAt };
  const own = entries.find((entry) => isOfFact(entry, row.factId, authority));
  const entry = own ?? openedBy(row, known);
  if (!entry || entry.putAt > until) return undefined;
  return { toldAt: entry.putAt, ...(own ? stepsOf(own.entryId, known) : {}) };
};

/** Whether a line is about what that authority did, or what it owes or is owed. */
const isItsOwn = (line: Line, authority: string): boolean => {
  const { owner } = line.entry.row;
  if (line.kind === 'notice' || owner === authority) return true;
  if (line.kind === 'step') return line.step.authority === authority;
  const { owedBy, owedTo } = line.duty.duty;
  return owedBy === authority || owedTo === authority;
};

/** The lines that an authority knew of, each with how their fact had come to it. */
export const knownLines = (
  lines: readonly Line[],
  known: KnownBy,
): readonly (Line & Readonly<{ reached: Reached }>)[] =>
  lines.flatMap((line) => {
    const reached = reachedOf(line.entry.row, known);
    return reached && isItsOwn(line, known.authority) ? [{ ...line, reached }] : [];
  });
