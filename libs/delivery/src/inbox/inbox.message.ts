import type { AgreementCitation, MailboxEntry } from '@ibex/kernel';
import { linkOf } from '../ladder/ladder.messages';

/**
 * What leaves through a channel: a thin CloudEvent 1.0. It says that something is there, how urgent, on which basis and
 * by when to act; the detail is fetched under the reader's rights of that moment.
 */
export type InboxMessage = Readonly<{
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  dataschema: string;
  datacontenttype: 'application/json';
  /** Number in the mailbox: 1, 2, 3 … without gaps. */
  sequence: number;
  data: Readonly<{
    kind: string;
    urgency: string;
    capacity: string;
    basis: Readonly<{ text: string; source: string }>;
    /** The clause of a sharing agreement that opened it; absent where law did. */
    agreement?: AgreementCitation;
    duty?: string;
    due?: string;
    from: string;
    occurredAt: string;
    links: Readonly<{ detail: string; acknowledgement: string }>;
  }>;
}>;

type ReadAt = (entry: MailboxEntry) => string;

const detailOf = (entry: MailboxEntry, readAt: ReadAt): string => {
  const { withdrawn, agreement } = entry;
  // of an entry that was withdrawn there is nothing to see but the agreement that has ended
  return withdrawn && agreement ? `/v1/agreements/${agreement.id}` : readAt(entry);
};

/** `kindOf`: the title of what happened, e.g. "Reported missing", by message type. `readAt`: where its detail is. */
export const toInboxMessage = (
  entry: MailboxEntry,
  kindOf: (type: string) => string,
  readAt: ReadAt = linkOf,
): InboxMessage => ({
  specversion: '1.0',
  id: entry.entryId,
  source: `urn:ibex:authority:${entry.from}`,
  type: entry.type,
  subject: entry.recordRef,
  time: entry.recordedAt,
  dataschema: `urn:ibex:schema:${entry.type}:${entry.messageVersion}`,
  datacontenttype: 'application/json',
  sequence: entry.sequence,
  data: {
    kind: kindOf(entry.type),
    urgency: entry.urgency,
    capacity: entry.capacity,
    basis: entry.basis,
    ...(entry.agreement === undefined ? {} : { agreement: entry.agreement }),
    ...(entry.duty === undefined ? {} : { duty: entry.duty.text }),
    ...(entry.duty?.dueAt === undefined ? {} : { due: entry.duty.dueAt }),
    from: entry.from,
    occurredAt: entry.occurredAt,
    links: {
      detail: detailOf(entry, readAt),
      acknowledgement: `/v1/inbox/${entry.sequence}/acknowledgement`,
    },
  },
});
