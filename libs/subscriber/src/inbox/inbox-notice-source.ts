import type { Inbox } from '../handling/exchange-ports';
import { MailboxSource } from './mailbox-source';
import type { MailboxSourceOptions, Reading } from './mailbox-source';

export type InboxSourceOptions = MailboxSourceOptions &
  Readonly<{
    inbox: Inbox;
    /** Seconds that the exchange may wait for an entry, up to 25. */
    waitS?: number;
    pageSize?: number;
  }>;

/** Reads the own mailbox over HTTPS, by long polls: for a borough that does not want to run Kafka. Runs once. */
export class InboxNoticeSource extends MailboxSource {
  constructor(private readonly polling: InboxSourceOptions) {
    super(polling);
  }

  protected async read(after: number, { hand, alive, signal }: Reading): Promise<number> {
    const { inbox, waitS = 20, pageSize = 100, subscription } = this.polling;
    const through = subscription === undefined ? {} : { subscription };
    const { entries, next } = await inbox.page({ after, limit: pageSize, waitS, signal, ...through });
    alive();
    for (const event of entries) if (!(await hand(event))) return after;
    return next;
  }
}
