import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS, SHARING_AGREEMENTS, emptied } from '@ibex/kernel';
import type {
  AbortSignalLike,
  Digests,
  Mailbox,
  MailboxEntry,
  MailboxLens,
  NewEntry,
  Position,
  SharingAgreements,
} from '@ibex/kernel';

type Standing = Pick<SharingAgreements, 'isOpen'>;

/** A mailbox in which nothing can be read of what an agreement opened that is no longer in force. */
class MailboxUnderAgreements implements Mailbox {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly agreements: Standing,
    private readonly toEmpty: (entry: MailboxEntry) => MailboxEntry,
  ) {}

  checkpoint(router: string): Promise<Position> {
    return this.mailbox.checkpoint(router);
  }
  deliver(router: string, entries: readonly NewEntry[], upTo: Position): Promise<readonly MailboxEntry[]> {
    return this.mailbox.deliver(router, entries, upTo);
  }
  async read(authority: string, after: number, limit: number): Promise<readonly MailboxEntry[]> {
    return this.emptying(await this.mailbox.read(authority, after, limit));
  }
  async find(authority: string, sequence: number): Promise<MailboxEntry | undefined> {
    const entry = await this.mailbox.find(authority, sequence);
    return entry && (await this.emptying([entry]))[0];
  }
  async entriesOfFact(factId: string): Promise<readonly MailboxEntry[]> {
    return this.marking(await this.mailbox.entriesOfFact(factId));
  }
  async entriesOfFacts(factIds: readonly string[]): Promise<readonly MailboxEntry[]> {
    return this.marking(await this.mailbox.entriesOfFacts(factIds));
  }
  async entriesOfStream(stream: string): Promise<readonly MailboxEntry[]> {
    return this.marking(await this.mailbox.entriesOfStream(stream));
  }
  async entriesAbout(authority: string, recordRef: string): Promise<readonly MailboxEntry[]> {
    return this.marking(await this.mailbox.entriesAbout(authority, recordRef));
  }
  hasEntryAbout(authority: string, recordRef: string): Promise<boolean> {
    return this.mailbox.hasEntryAbout(authority, recordRef);
  }
  head(authority: string): Promise<number> {
    return this.mailbox.head(authority);
  }
  waitForMore(authority: string, after: number, timeoutMs: number, signal?: AbortSignalLike): Promise<void> {
    return this.mailbox.waitForMore(authority, after, timeoutMs, signal);
  }
  close(): Promise<void> {
    return this.mailbox.close();
  }

  private async emptying(entries: readonly MailboxEntry[]): Promise<readonly MailboxEntry[]> {
    const isWithdrawn = await this.judge(entries);
    return entries.map((entry) => (isWithdrawn(entry) ? this.toEmpty(entry) : entry));
  }

  private async marking(entries: readonly MailboxEntry[]): Promise<readonly MailboxEntry[]> {
    const isWithdrawn = await this.judge(entries);
    return entries.map((entry) => (isWithdrawn(entry) ? { ...entry, withdrawn: true } : entry));
  }

  /** Asks once for each clause, party and recipient among them. */
  private async judge(entries: readonly MailboxEntry[]): Promise<(entry: MailboxEntry) => boolean> {
    const asked = new Map<string, Promise<boolean>>();
    const keyOf = ({ agreement, authority }: MailboxEntry): string =>
      agreement ? [agreement.id, agreement.clause, agreement.tells, authority].join('\n') : '';
    for (const entry of entries) {
      const key = keyOf(entry);
      const { agreement, authority } = entry;
      if (agreement && !asked.has(key)) asked.set(key, this.agreements.isOpen(agreement, authority));
    }
    const open = new Map(
      await Promise.all([...asked].map(async ([key, answer]) => [key, await answer] as const)),
    );
    return (entry) => open.get(keyOf(entry)) === false;
  }
}

/** Put before every mailbox store: whoever reads entries, on whichever channel, reads them through it. */
@Injectable()
export class AgreementLens implements MailboxLens {
  constructor(
    @Inject(SHARING_AGREEMENTS) private readonly agreements: Standing,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  over(mailbox: Mailbox): Mailbox {
    return new MailboxUnderAgreements(mailbox, this.agreements, (entry) =>
      emptied(entry, this.digests.uuidFrom(`${entry.entryId}\nwithdrawn`)),
    );
  }
}
