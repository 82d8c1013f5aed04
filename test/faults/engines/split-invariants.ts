import { commandsOnce, mailboxesComplete, repeatsIn, revisionsInOrder } from '../invariants';
import type { LogRow } from '../invariants';
import type { Call } from '../load';
import type { Arrived, MailboxRow } from './what-stands';

/** Everything that is held against what the clients were told. */
export type Standing = Readonly<{
  log: readonly LogRow[];
  mailboxes: readonly MailboxRow[];
  topics: readonly Arrived[];
}>;

const positionsAscend = (log: readonly LogRow[]): readonly string[] =>
  log
    .filter(({ position }, i) => i > 0 && position <= (log[i - 1]?.position ?? 0))
    .map(({ position }) => `I4 position ${position} stands behind a later one`);

/** Within a mailbox what concerns one child stands in the order of the log. */
const mailboxesInOrder = (mailboxes: readonly MailboxRow[]): readonly string[] => {
  const last = new Map<string, number>();
  return mailboxes.flatMap(({ authority, recordRef, position, sequence }) => {
    const about = `${authority} ${recordRef}`;
    const isLate = position < (last.get(about) ?? 0);
    last.set(about, position);
    return isLate
      ? [`I6 entry ${sequence} of ${authority} was put in after a later one of the same child`]
      : [];
  });
};

/** Each id where it came first: what a subscriber that dedupes applies. */
const deduped = (topics: readonly Arrived[]): readonly Arrived[] =>
  [...new Map([...topics].reverse().map((one) => [`${one.authority} ${one.id}`, one])).values()].reverse();

const topicsComplete = (applied: readonly Arrived[], mailboxes: readonly MailboxRow[]): readonly string[] => {
  const arrived = new Map(applied.map((one) => [`${one.authority} ${one.id}`, one]));
  const owed = new Set(mailboxes.map(({ authority, entryId }) => `${authority} ${entryId}`));
  const missing = mailboxes.flatMap(({ authority, entryId, sequence, recordRef }) => {
    const one = arrived.get(`${authority} ${entryId}`);
    if (!one) return [`I6 entry ${sequence} of ${authority} is not in its topic`];
    return one.sequence === sequence && one.key === recordRef
      ? []
      : [
          `I6 entry ${sequence} of ${authority} reached its topic as number ${one.sequence} under another key`,
        ];
  });
  const foreign = applied.filter(({ authority, id }) => !owed.has(`${authority} ${id}`));
  return [
    ...missing,
    ...foreign.map(({ authority }) => `I6 the topic of ${authority} holds what is not its own`),
  ];
};

const topicsInOrder = (applied: readonly Arrived[]): readonly string[] => {
  const last = new Map<string, number>();
  return applied.flatMap(({ authority, key, sequence }) => {
    const before = last.get(`${authority} ${key}`) ?? 0;
    last.set(`${authority} ${key}`, sequence);
    return sequence > before
      ? []
      : [`I6 in the topic of ${authority}, ${sequence} came after ${before} of the same child`];
  });
};

/** The numbers that a subscriber applies are 1 to n without gaps, as in the mailbox. */
const topicsWithoutGaps = (applied: readonly Arrived[]): readonly string[] => {
  const numbers = new Map<string, number[]>();
  for (const { authority, sequence } of applied)
    numbers.set(authority, [...(numbers.get(authority) ?? []), sequence]);
  return [...numbers].flatMap(([authority, all]) => {
    const gap = [...all].sort((a, b) => a - b).findIndex((sequence, i) => sequence !== i + 1);
    return gap < 0 ? [] : [`I6 the topic of ${authority} has a gap at ${gap + 1}`];
  });
};

/** Invariants I1 to I4 and I6 over log, mailboxes and topics. Everything must have caught up. Empty: all hold. */
export const brokenInSplit = (
  { log, mailboxes, topics }: Standing,
  calls: readonly Call[],
): readonly string[] => {
  const applied = deduped(topics);
  return [
    ...positionsAscend(log),
    ...revisionsInOrder(log),
    ...repeatsIn(log.map(({ id }) => id)).map((id) => `I3 fact ${id} is in the log twice`),
    ...commandsOnce(log, calls),
    ...mailboxesComplete(log, mailboxes, calls),
    ...mailboxesInOrder(mailboxes),
    ...topicsComplete(applied, mailboxes),
    ...topicsInOrder(applied),
    ...topicsWithoutGaps(applied),
  ];
};
