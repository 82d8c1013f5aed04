import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX } from '@ibex/kernel';
import type { Mailbox, MailboxEntry } from '@ibex/kernel';
import { FactLog, asSystem } from '@ibex/runtime';
import { correctionStream, isCorrectionFact } from './correction.events';
import type { CorrectionIssued } from './correction.events';
import { CorrectionOrders } from './correction-orders';

/** As delivery records it: one stream per entry, one fact once somebody has taken it on. */
const entryStream = ({ entryId }: MailboxEntry): string => `delivery-${entryId}`;
const TAKEN_ON = 'NoticeAcknowledged';

/** `sentAt`: when it was put into the mailbox; absent for one that has none here and is told by other means. */
export type Told = Readonly<{ authority: string; sentAt?: string; confirmedAt?: string }>;
export type Issued = Readonly<{
  id: string;
  at: string;
  data: CorrectionIssued['data'];
  told: readonly Told[];
}>;

/** What became of a correction: to whom it was sent, and who has confirmed it. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly orders: CorrectionOrders,
    private readonly log: FactLog,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfStream'>,
  ) {}

  /** Of the fact that parted two records; undefined until it was issued. */
  async ofParting(factId: string): Promise<Issued | undefined> {
    return this.find(this.orders.idOf(factId));
  }

  async find(id: string): Promise<Issued | undefined> {
    const stream = correctionStream(id);
    const issued = (await this.log.readStream(stream)).find(isCorrectionFact);
    if (!issued) return undefined;
    // the owners of the records ask for every recipient’s entry, not for what is in a mailbox
    const entries = await asSystem(() => this.mailbox.entriesOfStream(stream));
    const told = issued.data.reached.map(({ authority }) =>
      this.toldOf(
        authority,
        entries.find((entry) => entry.authority === authority),
      ),
    );
    return { id, at: issued.recordedAt, data: issued.data, told: await Promise.all(told) };
  }

  private async toldOf(authority: string, entry: MailboxEntry | undefined): Promise<Told> {
    if (!entry) return { authority };
    const facts = await this.log.readStream(entryStream(entry));
    const confirmed = facts.find(({ type }) => type === TAKEN_ON);
    const confirmedAt = confirmed === undefined ? {} : { confirmedAt: confirmed.recordedAt };
    return { authority, sentAt: entry.putAt, ...confirmedAt };
  }
}
