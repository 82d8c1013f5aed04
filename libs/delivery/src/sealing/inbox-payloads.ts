import { Injectable, Optional } from '@nestjs/common';
import type { MailboxEntry, Payload } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import { InboxMessages } from '../inbox/inbox-messages';
import type { InboxMessage } from '../inbox/inbox.message';
import { SealedDetails } from './sealed-details';
import { SealingHeld } from './sealing-held';
import { withSealed } from './sealed-message';

/** Entries sealed side by side: each reads a few streams. */
const AT_ONCE = 25;

const noKey = (): ProblemError =>
  new ProblemError(
    409,
    'inbox/no-usable-key',
    'No key to seal to',
    'None of your authority’s keys can be sealed to, and nothing that was asked for sealed is sent without.',
    {
      field: 'payload',
      mend: 'Offer a key at /v1/authority-keys and prove it; or leave payload out and follow the links.',
    },
  );

/** Entries as their reader asked for them. */
@Injectable()
export class InboxPayloads {
  constructor(
    private readonly messages: InboxMessages,
    @Optional() private readonly details?: SealedDetails,
  ) {}

  /** Throws the 409 problem where sealed is asked for and there is no key. */
  async check(authority: string, payload: Payload): Promise<void> {
    if (payload === 'sealed') await this.orProblem(() => this.sealing().keyOf(authority));
  }

  /** The same. */
  async all(entries: readonly MailboxEntry[], payload: Payload): Promise<readonly InboxMessage[]> {
    const messages: InboxMessage[] = [];
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const some = entries.slice(at, at + AT_ONCE);
      messages.push(...(await Promise.all(some.map((entry) => this.of(entry, payload)))));
    }
    return messages;
  }

  /** The same. */
  async of(entry: MailboxEntry, payload: Payload): Promise<InboxMessage> {
    const thin = this.messages.of(entry);
    if (payload === 'thin') return thin;
    const detail = await this.orProblem(() => this.sealing().of(entry));
    return detail ? withSealed(thin, detail.sealed) : thin;
  }

  private sealing(): SealedDetails {
    if (!this.details) throw new SealingHeld('sealing/not-set-up');
    return this.details;
  }

  private async orProblem<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof SealingHeld ? noKey() : error;
    }
  }
}
