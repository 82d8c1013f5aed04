import { BEGINNING, StoreUnavailable } from '@ibex/kernel';
import type { AbortSignalLike, Clock, Mailbox, MailboxEntry, NewEntry, Position } from '@ibex/kernel';
import { ChangeSignal } from './change-signal';
import { FixedClock } from './fixed-clock';
import { promised, stored } from './promised';

export class MemoryMailbox implements Mailbox {
  private readonly boxes = new Map<string, MailboxEntry[]>();
  private readonly byId = new Map<string, MailboxEntry>();
  private readonly checkpoints = new Map<string, Position>();
  private readonly changes = new ChangeSignal();
  private closed = false;

  constructor(private readonly clock: Clock = new FixedClock()) {}

  checkpoint(router: string): Promise<Position> {
    return this.open(() => this.checkpoints.get(router) ?? BEGINNING);
  }

  deliver(router: string, entries: readonly NewEntry[], upTo: Position): Promise<readonly MailboxEntry[]> {
    return this.open(() => {
      const put = entries.map((entry) => this.byId.get(entry.entryId) ?? this.put(entry));
      this.checkpoints.set(router, Math.max(upTo, this.checkpoints.get(router) ?? BEGINNING));
      this.changes.fire();
      return put;
    });
  }

  read(authority: string, after: number, limit: number): Promise<readonly MailboxEntry[]> {
    return this.open(() => this.box(authority).slice(Math.max(after, 0), Math.max(after, 0) + limit));
  }

  find(authority: string, sequence: number): Promise<MailboxEntry | undefined> {
    return this.open(() => this.box(authority)[sequence - 1]);
  }

  entriesOfFact(factId: string): Promise<readonly MailboxEntry[]> {
    return this.open(() => this.all().filter((entry) => entry.factId === factId));
  }

  entriesOfFacts(factIds: readonly string[]): Promise<readonly MailboxEntry[]> {
    return this.open(() => this.all().filter((entry) => factIds.includes(entry.factId)));
  }

  entriesOfStream(stream: string): Promise<readonly MailboxEntry[]> {
    return this.open(() => this.all().filter((entry) => entry.stream === stream));
  }

  entriesAbout(authority: string, recordRef: string): Promise<readonly MailboxEntry[]> {
    return this.open(() => this.box(authority).filter((entry) => entry.recordRef === recordRef));
  }

  hasEntryAbout(authority: string, recordRef: string): Promise<boolean> {
    return this.open(() =>
      this.box(authority).some((entry) => entry.recordRef === recordRef && !entry.agreement),
    );
  }

  head(authority: string): Promise<number> {
    return this.open(() => this.box(authority).length);
  }

  async waitForMore(
    authority: string,
    after: number,
    timeoutMs: number,
    signal?: AbortSignalLike,
  ): Promise<void> {
    const given = new AbortController();
    const stop = (): void => given.abort();
    const timer = setTimeout(stop, timeoutMs);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
    while (!this.closed && !given.signal.aborted && this.box(authority).length <= after)
      await this.changes.next(given.signal);
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
      this.changes.fire();
    });
  }

  private put(entry: NewEntry): MailboxEntry {
    const box = this.box(entry.authority);
    const put = { ...stored(entry), sequence: box.length + 1, putAt: this.clock.now() };
    this.boxes.set(entry.authority, [...box, put]);
    this.byId.set(entry.entryId, put);
    return put;
  }

  private box(authority: string): readonly MailboxEntry[] {
    return this.boxes.get(authority) ?? [];
  }

  private all(): readonly MailboxEntry[] {
    return [...this.byId.values()];
  }

  private open<T>(work: () => T): Promise<T> {
    return promised(() => {
      if (this.closed) throw new StoreUnavailable('store/closed', 'the mailbox is closed');
      return work();
    });
  }
}
