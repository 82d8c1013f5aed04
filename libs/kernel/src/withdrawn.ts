import type { MailboxEntry } from './ports/mailbox.port';

/** Message type of an entry of which nothing is handed out any more. */
export const WITHDRAWN_MESSAGE = 'uk.ibex.mailbox.withdrawn';

/**
 * What stands in a mailbox in place of an entry that was withdrawn: its number, the agreement that had opened it, and
 * nothing else of it. `entryId`: an id of its own, so that it is never taken for the entry that it stands for.
 */
export const emptied = (
  { authority, sequence, putAt, position, agreement }: MailboxEntry,
  entryId: string,
): MailboxEntry => ({
  ...{ entryId, authority, sequence, putAt, position, withdrawn: true },
  ...{ factId: entryId, stream: `withdrawn-${entryId}`, recordRef: entryId },
  ...{ type: WITHDRAWN_MESSAGE, messageVersion: 1, from: authority, occurredAt: putAt, recordedAt: putAt },
  ...{ capacity: 'addressee', urgency: 'routine' },
  basis: {
    text: 'The sharing agreement that had opened this entry has ended: delete what you hold of it',
    source: 'Sharing agreement',
  },
  ...(agreement === undefined ? {} : { agreement }),
});
