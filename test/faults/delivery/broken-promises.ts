import type { Arrival } from '../../support/receivers/receiver.orders';
import { repeatsIn } from '../invariants';
import type { Subscribed } from './subscribed';
import type { Recorded, ToldEntry } from './what-was-recorded';

/** Where a promise is broken, a few of the breaches are shown and all are counted. */
const SHOWN = 3;
const inShort = (faults: readonly string[]): readonly string[] =>
  faults.length <= SHOWN ? faults : [...faults.slice(0, SHOWN), `… ${String(faults.length)} of that kind`];

/** What each receiver took, each message the first time, in the order of taking. */
const byReceiver = (arrivals: readonly Arrival[]): ReadonlyMap<string, readonly Arrival[]> => {
  const all = new Map<string, Map<string, Arrival>>();
  for (const one of arrivals) {
    const of = all.get(one.to) ?? new Map<string, Arrival>();
    all.set(one.to, of);
    if (!of.has(one.id)) of.set(one.id, one);
  }
  return new Map([...all].map(([to, of]) => [to, [...of.values()]]));
};

const expectedOf = ({ authority, passes }: Subscribed, entries: readonly ToldEntry[]): readonly ToldEntry[] =>
  entries.filter((entry) => entry.authority === authority && passes(entry));

/** D1: everything that passes arrived. D2: and nothing else, each under the number and for the child of its entry. */
const completeAt = (
  subscribed: Subscribed,
  took: readonly Arrival[],
  entries: readonly ToldEntry[],
): readonly string[] => {
  const { receiver } = subscribed;
  const expected = new Map(expectedOf(subscribed, entries).map((entry) => [entry.id, entry]));
  const arrived = new Set(took.map(({ id }) => id));
  const lost = [...expected.keys()].filter((id) => !arrived.has(id));
  const other = took.filter(({ id, sequence, child }) => {
    const entry = expected.get(id);
    return entry?.sequence !== sequence || entry.child !== child;
  });
  return [
    ...inShort(lost.map((id) => `D1 ${receiver} never got ${id}`)),
    ...inShort(other.map(({ id }) => `D2 ${receiver} got ${id}, which is not as in its mailbox`)),
  ];
};

/** D3: of each child in the order of the mailbox. */
const orderedAt = (receiver: string, took: readonly Arrival[]): readonly string[] => {
  const last = new Map<string, number>();
  return inShort(
    took.flatMap(({ child, sequence }) => {
      const before = last.get(child) ?? 0;
      last.set(child, Math.max(before, sequence));
      return sequence > before
        ? []
        : [`D3 ${receiver} got ${String(sequence)} after ${String(before)} of one child`];
    }),
  );
};

/** D4: said to be delivered, once, where a receiver of that authority has it, and nowhere else. */
const deliveriesTrue = (
  { deliveries }: Recorded,
  arrivals: readonly Arrival[],
  subscribed: readonly Subscribed[],
): readonly string[] => {
  const authorityOf = new Map(subscribed.map(({ receiver, authority }) => [receiver, authority]));
  const taken = new Set(
    arrivals.map(({ to, sequence, id }) => `${authorityOf.get(to) ?? ''} ${String(sequence)} delivery-${id}`),
  );
  const said = deliveries.map(
    ({ authority, sequence, stream }) => `${authority} ${String(sequence)} ${stream}`,
  );
  const untrue = said.filter((one) => !taken.has(one)).map((one) => `D4 said to be delivered: ${one}`);
  return [...inShort(untrue), ...inShort(repeatsIn(said).map((one) => `D4 said twice: ${one}`))];
};

/** D5: nothing at or before a cursor that its receiver does not have. */
const cursorsBehind = (
  { cursors, entries }: Recorded,
  took: ReadonlyMap<string, readonly Arrival[]>,
  subscribed: readonly Subscribed[],
): readonly string[] =>
  subscribed.flatMap((one) => {
    const cursor = cursors.get(one.id) ?? 0;
    const has = new Set(took.get(one.receiver)?.map(({ id }) => id));
    const ahead = expectedOf(one, entries).filter(({ id, sequence }) => sequence <= cursor && !has.has(id));
    return inShort(
      ahead.map(({ id }) => `D5 the cursor of ${one.receiver} has passed ${id}, which it never got`),
    );
  });

/** What has to hold at any moment, also right after a kill. Ask the receivers after the stores. */
export const brokenAnytime = (
  recorded: Recorded,
  arrivals: readonly Arrival[],
  subscribed: readonly Subscribed[],
): readonly string[] => {
  const took = byReceiver(arrivals);
  return [
    ...cursorsBehind(recorded, took, subscribed),
    ...deliveriesTrue(recorded, arrivals, subscribed),
    ...subscribed.flatMap(({ receiver }) => orderedAt(receiver, took.get(receiver) ?? [])),
  ];
};

/** What has to hold once everything is out. Empty: all hold. */
export const brokenPromises = (
  recorded: Recorded,
  arrivals: readonly Arrival[],
  subscribed: readonly Subscribed[],
): readonly string[] => {
  const took = byReceiver(arrivals);
  const said = new Set(
    recorded.deliveries.map(({ authority, sequence }) => `${authority} ${String(sequence)}`),
  );
  const unsaid = recorded.entries
    .filter(({ authority, sequence }) => !said.has(`${authority} ${String(sequence)}`))
    .map(({ id }) => `D4 ${id} is out and not on record as delivered`);
  return [
    ...subscribed.flatMap((one) => completeAt(one, took.get(one.receiver) ?? [], recorded.entries)),
    ...brokenAnytime(recorded, arrivals, subscribed),
    ...inShort(unsaid),
  ];
};

/** Whether each receiver has as many different messages as its subscription is to get. */
export const isAllOut = (
  entries: readonly ToldEntry[],
  counted: Readonly<Record<string, Readonly<{ different: number }>>>,
  subscribed: readonly Subscribed[],
): boolean =>
  subscribed.every((one) => (counted[one.receiver]?.different ?? 0) >= expectedOf(one, entries).length);
