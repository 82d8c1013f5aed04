import { Inject, Injectable } from '@nestjs/common';
import { CURSORS, MAILBOX } from '@ibex/kernel';
import type { Cursors, Mailbox, Subscription } from '@ibex/kernel';

/** Finds places of a mailbox. */
@Injectable()
export class MailboxPlaces {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    @Inject(CURSORS) private readonly cursors: Cursors,
  ) {}

  /** Number of the last entry that was brought out for a subscription. */
  async broughtOutUpTo({ id, authority, startsAfter }: Subscription): Promise<number> {
    return Math.max(await this.cursors.at(`subscription:${id}`, authority), startsAfter);
  }

  /** Entries are numbered in the order in which they came, so half of them can be left out at each look. */
  async firstFrom(authority: string, moment: string): Promise<number> {
    let [before, from] = [0, (await this.mailbox.head(authority)) + 1];
    while (from - before > 1) {
      const middle = Math.floor((before + from) / 2);
      const entry = await this.mailbox.find(authority, middle);
      if (entry && entry.putAt < moment) before = middle;
      else from = middle;
    }
    return from;
  }
}
