import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DeliverRequest, PutAnswer, WrittenEntry } from './mailbox-protocol';

/** Files of before there were agreements gain the column: what they hold was told by law. */
const gainAgreement = (database: DatabaseSync): void => {
  const columns = database.prepare('PRAGMA table_info(mailbox_entries)').all();
  if (!columns.some(({ name }) => name === 'agreement'))
    database.exec('ALTER TABLE mailbox_entries ADD COLUMN agreement TEXT');
};

/** Puts entries into mailboxes in the writer's thread: numbers are given inside the transaction, so none is skipped. */
export class MailboxTasks {
  private readonly byId: StatementSync;
  private readonly insert: StatementSync;
  private readonly head: StatementSync;
  private readonly mark: StatementSync;

  constructor(database: DatabaseSync) {
    gainAgreement(database);
    this.byId = database.prepare('SELECT sequence, put_at, entry FROM mailbox_entries WHERE entry_id = ?');
    this.insert = database.prepare(
      `INSERT INTO mailbox_entries (authority, sequence, entry_id, fact_id, stream, record_ref, put_at, entry, agreement)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.head = database.prepare('SELECT max(sequence) AS head FROM mailbox_entries WHERE authority = ?');
    this.mark = database.prepare(
      `INSERT INTO router_checkpoints VALUES (?, ?)
       ON CONFLICT (router) DO UPDATE SET position = max(position, excluded.position)`,
    );
  }

  deliver({ router, entries, putAt, upTo }: DeliverRequest): readonly PutAnswer[] {
    const put = entries.map((entry) => this.findPut(entry.entryId) ?? this.put(entry, putAt));
    this.mark.run(router, upTo);
    return put;
  }

  private findPut(entryId: string): PutAnswer | undefined {
    const row = this.byId.get(entryId);
    if (!row) return undefined;
    return {
      sequence: row['sequence'] as number,
      putAt: row['put_at'] as string,
      entry: row['entry'] as string,
    };
  }

  private put(put: WrittenEntry, putAt: string): PutAnswer {
    const { authority, entryId, factId, stream, recordRef, entry, agreement } = put;
    const sequence = ((this.head.get(authority)?.['head'] as number | null) ?? 0) + 1;
    this.insert.run(authority, sequence, entryId, factId, stream, recordRef, putAt, entry, agreement);
    return { sequence, putAt };
  }
}
