import type { MailboxEntry, NewEntry } from '@ibex/kernel';

export type EntryRow = Readonly<{
  authority: string;
  sequence: number;
  entry_id: string;
  fact_id: string;
  stream: string;
  record_ref: string;
  sender: string;
  put_at: string;
  entry: string;
  agreement: string | null;
}>;

type InColumns = 'authority' | 'entryId' | 'factId' | 'stream' | 'recordRef' | 'from';

export const ENTRY_COLUMNS =
  'authority, sequence, entry_id, fact_id, stream, record_ref, sender, put_at, entry, agreement';

export const toEntry = (row: EntryRow): MailboxEntry => ({
  ...(JSON.parse(row.entry) as Omit<NewEntry, InColumns>),
  authority: row.authority,
  entryId: row.entry_id,
  factId: row.fact_id,
  stream: row.stream,
  recordRef: row.record_ref,
  from: row.sender,
  sequence: row.sequence,
  putAt: row.put_at,
});

/** Columns for what is looked for; `entry` is the JSON of everything else. */
export const toRow = (put: MailboxEntry): EntryRow => {
  const { authority, sequence, entryId, factId, stream, recordRef, from, putAt, ...rest } = put;
  return {
    ...{ authority, sequence, stream, entry_id: entryId, fact_id: factId, record_ref: recordRef },
    ...{ sender: from, put_at: putAt, entry: JSON.stringify(rest) },
    agreement: rest.agreement?.id ?? null,
  };
};
