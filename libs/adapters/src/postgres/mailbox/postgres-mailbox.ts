import { BEGINNING, StoreUnavailable } from '@ibex/kernel';
import type { AbortSignalLike, Mailbox, MailboxEntry, NewEntry, Position } from '@ibex/kernel';
import type { Database } from '../engine/database';
import type { Rows, Values } from '../engine/session';
import { Turns } from '../engine/turns';
import { moveRouter, putEntries } from './delivery';
import { ENTRY_COLUMNS, toEntry } from './entry-codec';
import type { EntryRow } from './entry-codec';
import { MailboxNews } from './mailbox-news';

type Times = Readonly<{ now(): string }>;

const wallClock: Times = { now: () => new Date().toISOString() };

/** What is no whole number of a mailbox is beyond its end. */
const whole = (sequence: number): number =>
  Number.isSafeInteger(sequence) ? Math.max(sequence, 0) : Number.MAX_SAFE_INTEGER;

/** Mailboxes in PostgreSQL, for any number of routers at once. */
export class PostgresMailbox implements Mailbox {
  private readonly checkpoints = new Map<string, Position>();
  private readonly turns = new Turns();
  private readonly news: MailboxNews;
  private readonly database: Database;
  private closed = false;

  constructor(
    database: Database,
    private readonly clock: Times = wallClock,
  ) {
    this.database = database.join();
    this.news = new MailboxNews(database.listener, (authorities) => this.headsOf(authorities));
  }

  async checkpoint(router: string): Promise<Position> {
    this.refuseClosed();
    return this.turns.take(router, async () => {
      const [row] = await this.database.run<{ position: Position }>(
        'SELECT position FROM router_checkpoints WHERE router = $1',
        [router],
      );
      const position = row?.position ?? BEGINNING;
      this.checkpoints.set(router, position);
      return position;
    });
  }

  async deliver(
    router: string,
    entries: readonly NewEntry[],
    upTo: Position,
  ): Promise<readonly MailboxEntry[]> {
    this.refuseClosed();
    return this.turns.take(router, async () => {
      const from = this.checkpoints.get(router);
      const [put, position] = await this.database.transaction(async (session) => {
        const moved = await moveRouter(session, router, { from, upTo });
        return [await putEntries(session, entries, this.clock.now()), moved] as const;
      });
      this.checkpoints.set(router, position);
      for (const { authority, sequence } of put) this.news.tell(authority, sequence);
      return put;
    });
  }

  read(authority: string, after: number, limit: number): Promise<readonly MailboxEntry[]> {
    const where = 'authority = $1 AND sequence > $2 ORDER BY sequence LIMIT $3';
    return this.entries(where, authority, whole(after), whole(limit));
  }

  async find(authority: string, sequence: number): Promise<MailboxEntry | undefined> {
    return (await this.entries('authority = $1 AND sequence = $2', authority, whole(sequence)))[0];
  }

  entriesOfFact(factId: string): Promise<readonly MailboxEntry[]> {
    return this.entries('fact_id = $1 ORDER BY ordinal', factId);
  }

  entriesOfFacts(factIds: readonly string[]): Promise<readonly MailboxEntry[]> {
    return this.entries('fact_id = ANY($1) ORDER BY ordinal', factIds);
  }

  entriesOfStream(stream: string): Promise<readonly MailboxEntry[]> {
    return this.entries('stream = $1 ORDER BY ordinal', stream);
  }

  entriesAbout(authority: string, recordRef: string): Promise<readonly MailboxEntry[]> {
    return this.entries('record_ref = $1 AND authority = $2 ORDER BY sequence', recordRef, authority);
  }

  async hasEntryAbout(authority: string, recordRef: string): Promise<boolean> {
    const sql =
      'SELECT 1 FROM mailbox_entries WHERE record_ref = $1 AND authority = $2 AND agreement IS NULL LIMIT 1';
    return (await this.ask(sql, [recordRef, authority])).length > 0;
  }

  async head(authority: string): Promise<number> {
    const sql = 'SELECT head FROM mailbox_heads WHERE authority = $1';
    const [row] = await this.ask<{ head: number }>(sql, [authority]);
    return row?.head ?? 0;
  }

  async waitForMore(
    authority: string,
    after: number,
    timeoutMs: number,
    signal?: AbortSignalLike,
  ): Promise<void> {
    if (this.closed) return;
    const over = new AbortController();
    const stop = (): void => over.abort();
    const timer = setTimeout(stop, timeoutMs);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    try {
      const more = this.news.next(authority, after, over.signal);
      if (!over.signal.aborted && (await this.head(authority)) > after) stop();
      await more;
    } finally {
      stop();
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.news.close();
    await this.database.leave();
  }

  private async headsOf(authorities: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.run<{ authority: string; head: number }>(
      'SELECT authority, head FROM mailbox_heads WHERE authority = ANY($1)',
      [authorities],
    );
    return new Map(rows.map(({ authority, head }) => [authority, head]));
  }

  private async entries(where: string, ...values: Values): Promise<readonly MailboxEntry[]> {
    const sql = `SELECT ${ENTRY_COLUMNS} FROM mailbox_entries WHERE ${where}`;
    return (await this.ask<EntryRow>(sql, values)).map(toEntry);
  }

  /** On behalf of whoever asks at this moment. */
  private async ask<R extends object>(sql: string, values: Values): Promise<Rows<R>> {
    this.refuseClosed();
    return this.database.read<R>(this.database.settings.reader.current(), sql, values);
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.database.place.name}: the mailbox is closed`);
  }
}
