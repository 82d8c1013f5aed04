import { Inject, Injectable, Optional } from '@nestjs/common';
import { MAILBOX, RESTRICTIONS } from '@ibex/kernel';
import type { Mailbox, MailboxEntry, NewEntry, Position, Restrictions } from '@ibex/kernel';

type Filled = Pick<Mailbox, 'checkpoint' | 'deliver' | 'entriesOfFact'>;

/**
 * The mailboxes as routers fill them: of a restricted record nothing goes to another authority than its owner, by whatever
 * rule. Looked up from the log at the moment of delivery, so that it also holds for what was recorded before the
 * restriction and waits to be told. What was put before stays, and opens nothing.
 */
@Injectable()
export class TellingMailbox implements Filled {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Filled,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'ofOthers'>,
  ) {}

  checkpoint(router: string): Promise<Position> {
    return this.mailbox.checkpoint(router);
  }

  entriesOfFact(factId: string): Promise<readonly MailboxEntry[]> {
    return this.mailbox.entriesOfFact(factId);
  }

  async deliver(
    router: string,
    entries: readonly NewEntry[],
    upTo: Position,
  ): Promise<readonly MailboxEntry[]> {
    return this.mailbox.deliver(router, await this.tellable(entries), upTo);
  }

  private async tellable(entries: readonly NewEntry[]): Promise<readonly NewEntry[]> {
    const { restrictions } = this;
    if (!restrictions || entries.length === 0) return entries;
    const recipients = [...new Set(entries.map(({ authority }) => authority))];
    const hidden = await Promise.all(
      recipients.map(async (gss) => [gss, await restrictions.ofOthers(gss)] as const),
    );
    const hiddenFrom = new Map(hidden);
    return entries.filter(({ authority, recordRef }) => !hiddenFrom.get(authority)?.has(recordRef));
  }
}
