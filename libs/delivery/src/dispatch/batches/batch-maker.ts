import { USUAL_CADENCE } from '@ibex/kernel';
import type { ChannelBatch, MailboxEntry } from '@ibex/kernel';
import type { BatchPorts } from './batch.ports';
import type { BatchRange } from './batch-cursors';
import { dayOf } from './cadence.rule';
import { PAGE } from './gathering';

/** A batch as it leaves, and the entries that are in it. */
export type Made = Readonly<{ range: BatchRange; batch: ChannelBatch; entries: readonly MailboxEntry[] }>;

type Ports = Pick<BatchPorts, 'subscription' | 'mailbox' | 'passes' | 'toBatched' | 'idFrom'>;
/** `name`: of the cursor. A replay is another batch than the one that it repeats. */
type As = Readonly<{ name: string; isReplay: boolean }>;

const readAll = async (
  { mailbox, subscription: { authority } }: Ports,
  { after, upTo }: BatchRange,
): Promise<readonly MailboxEntry[]> => {
  const found: MailboxEntry[] = [];
  for (let at = after; at < upTo;) {
    const page = await mailbox.read(authority, at, Math.min(PAGE, upTo - at));
    if (page.length === 0) throw new Error('entries have left their mailbox');
    found.push(...page);
    at = page.at(-1)?.sequence ?? upTo;
  }
  return found;
};

/** Makes the batch of a range: of the same range always the same, as long as the same passes. Undefined: nothing of it does. */
export const makeBatch = async (
  ports: Ports,
  range: BatchRange,
  { name, isReplay }: As,
): Promise<Made | undefined> => {
  const { subscription, passes, toBatched, idFrom } = ports;
  const all = await readAll(ports, range);
  const passing = await Promise.all(all.map((entry) => passes(subscription, entry)));
  const entries = all.filter((_, at) => passing[at]);
  if (entries.length === 0) return undefined;
  const cadence = subscription.cadence ?? USUAL_CADENCE;
  const numbers = entries.map(({ sequence }) => String(sequence));
  const id = idFrom([name, String(range.after + 1), String(range.upTo), numbers.join(',')].join('\n'));
  const batched = entries.map((entry) => ({ ...toBatched(entry), day: dayOf(entry.putAt, cadence) }));
  return { range, entries, batch: { id, entries: batched, isReplay } };
};
