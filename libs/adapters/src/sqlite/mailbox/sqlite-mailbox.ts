import type { StatementSync } from 'node:sqlite';
import { BEGINNING, StoreUnavailable } from '@ibex/kernel';
import type { AbortSignalLike, Mailbox, MailboxEntry, NewEntry, Position } from '@ibex/kernel';
import { ChangeSignal } from '../engine/change-signal';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { ViewsFile } from '../views/views-file';
import type { DeliverRequest, PutAnswer, WrittenEntry } from './mailbox-protocol';

type Times = Readonly<{ now(): string }>;
type EntryRow = Readonly<{
  authority: string;
  sequence: number;
  entry_id: string;
  fact_id: string;
  stream: string;
  record_ref: string;
  put_at: string;
  entry: string;
}>;

const wallClock: Times = { now: () => new Date().toISOString() };
const COLUMNS = 'authority, sequence, entry_id, fact_id, stream, record_ref, put_at, entry';

const toEntry = (row: EntryRow): MailboxEntry => ({
  ...(JSON.parse(row.entry) as Omit<NewEntry, Exclude<keyof WrittenEntry, 'agreement'>>),
  authority: row.authority,
  entryId: row.entry_id,
  factId: row.fact_id,
  stream: row.stream,
  recordRef: row.record_ref,
  sequence: row.sequence,
  putAt: row.put_at,
});

const toWritten = (whole: NewEntry): WrittenEntry => {
  const { entryId, authority, factId, stream, recordRef, ...rest } = whole;
  const agreement = rest.agreement?.id ?? null;
  return { entryId, authority, factId, stream, recordRef, agreement, entry: JSON.stringify(rest) };
};

/** The entry as it was first put, which need not be now: then `entry` says what it held. */
const asPut = (asked: NewEntry, { sequence, putAt, entry }: PutAnswer): MailboxEntry => {
  if (entry === undefined) return { ...asked, sequence, putAt };
  const { authority, entryId, factId, stream, recordRef } = asked;
  const columns = { authority, entry_id: entryId, fact_id: factId, stream, record_ref: recordRef };
  return toEntry({ ...columns, sequence, put_at: putAt, entry });
};

/** The plus: for the order of the primary key alone SQLite would rather read the whole mailbox than use the index. */
export const ABOUT_RECORD = 'record_ref = ? AND authority = ? ORDER BY +sequence';

/** Mailboxes in the views' file, so that entries and the router's checkpoint are stored by one transaction. */
export class SqliteMailbox implements Mailbox {
  private readonly changes = new ChangeSignal();
  private readonly prepared = new Map<string, StatementSync>();
  private readonly views: ViewsFile;
  private closed = false;

  constructor(
    views: ViewsFile,
    private readonly clock: Times = wallClock,
  ) {
    this.views = views.join();
  }

  /** A file of its own, for a spec or a tool. Throws StoreUnavailable. */
  static async open(file: string, clock: Times = wallClock): Promise<SqliteMailbox> {
    return new SqliteMailbox(await ViewsFile.open(file), clock);
  }

  checkpoint(router: string): Promise<Position> {
    return this.whenOpen(
      () => this.number('SELECT position AS n FROM router_checkpoints WHERE router = ?', router) ?? BEGINNING,
    );
  }

  async deliver(
    router: string,
    entries: readonly NewEntry[],
    upTo: Position,
  ): Promise<readonly MailboxEntry[]> {
    this.refuseClosed();
    const request: DeliverRequest = {
      kind: 'deliver',
      router,
      entries: entries.map(toWritten),
      putAt: this.clock.now(),
      upTo,
    };
    const answers = await this.views.writer.perform<readonly PutAnswer[]>(request);
    this.changes.fire();
    return entries.flatMap((entry, index) => {
      const answer = answers[index];
      return answer ? [asPut(entry, answer)] : [];
    });
  }

  read(authority: string, after: number, limit: number): Promise<readonly MailboxEntry[]> {
    return this.entries('authority = ? AND sequence > ? ORDER BY sequence LIMIT ?', authority, after, limit);
  }

  async find(authority: string, sequence: number): Promise<MailboxEntry | undefined> {
    return (await this.entries('authority = ? AND sequence = ?', authority, sequence))[0];
  }

  entriesOfFact(factId: string): Promise<readonly MailboxEntry[]> {
    return this.entries('fact_id = ? ORDER BY rowid', factId);
  }

  entriesOfFacts(factIds: readonly string[]): Promise<readonly MailboxEntry[]> {
    const where = 'fact_id IN (SELECT value FROM json_each(?)) ORDER BY rowid';
    return this.entries(where, JSON.stringify(factIds));
  }

  entriesOfStream(stream: string): Promise<readonly MailboxEntry[]> {
    return this.entries('stream = ? ORDER BY rowid', stream);
  }

  entriesAbout(authority: string, recordRef: string): Promise<readonly MailboxEntry[]> {
    return this.entries(ABOUT_RECORD, recordRef, authority);
  }

  hasEntryAbout(authority: string, recordRef: string): Promise<boolean> {
    const sql =
      'SELECT 1 AS n FROM mailbox_entries WHERE record_ref = ? AND authority = ? AND agreement IS NULL LIMIT 1';
    return this.whenOpen(() => this.number(sql, recordRef, authority) === 1);
  }

  head(authority: string): Promise<number> {
    return this.whenOpen(() => this.headOf(authority));
  }

  async waitForMore(
    authority: string,
    after: number,
    timeoutMs: number,
    signal?: AbortSignalLike,
  ): Promise<void> {
    const over = new AbortController();
    const stop = (): void => over.abort();
    const timer = setTimeout(stop, timeoutMs);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    while (!this.closed && !over.signal.aborted && this.headOf(authority) <= after)
      await this.changes.next(over.signal);
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.changes.fire();
    await this.views.leave();
  }

  private headOf(authority: string): number {
    return this.number('SELECT max(sequence) AS n FROM mailbox_entries WHERE authority = ?', authority) ?? 0;
  }

  private entries(where: string, ...values: (string | number)[]): Promise<readonly MailboxEntry[]> {
    return this.whenOpen(() => {
      const statement = this.prepare(`SELECT ${COLUMNS} FROM mailbox_entries WHERE ${where}`);
      const rows = orUnavailable(this.views.file, () => statement.all(...values));
      return (rows as unknown as readonly EntryRow[]).map(toEntry);
    });
  }

  private number(sql: string, ...values: (string | number)[]): number | undefined {
    const row = orUnavailable(this.views.file, () => this.prepare(sql).get(...values));
    const value = row?.['n'];
    return typeof value === 'number' ? value : undefined;
  }

  private prepare(sql: string): StatementSync {
    const statement = this.prepared.get(sql) ?? this.views.reader.prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('store/closed', `${this.views.file}: the mailbox is closed`);
  }

  private whenOpen<T>(work: () => T): Promise<T> {
    return promised(() => {
      this.refuseClosed();
      return work();
    });
  }
}
