import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX } from '@ibex/kernel';
import type { Actor, Mailbox, MailboxEntry } from '@ibex/kernel';
import { DeliveryLog } from './delivery-log';
import { MOST_WAITING, DeliveryRecorder } from './delivery-recorder';
import type { Channel } from './delivery.events';
import { Lately } from './lately';

/** More than one batch of the recorder: where a whole window is on record, so is everything before it. */
const WINDOW = 100;

/**
 * A reader that asks for what comes after entry 120 says by this that it has 120. So whatever a crash kept from being
 * written is found when the reader comes back: from its cursor backwards, until a whole window is on record.
 */
@Injectable()
export class CursorEvidence {
  private readonly accounted = new Lately(10_000);

  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly log: DeliveryLog,
    private readonly recorder: DeliveryRecorder,
  ) {}

  /** This process handed out everything up to here itself. */
  handedOutUpTo(authority: string, sequence: number): void {
    this.accounted.add(`${authority} ${sequence}`);
  }

  /** Looks back from a cursor that this process did not give out; once per cursor. */
  async lookBack(reader: Actor, after: number, channel: Channel): Promise<void> {
    const cursor = `${reader.authority} ${after}`;
    if (after <= 0 || this.accounted.has(cursor)) return;
    this.accounted.add(cursor);
    const stopAt = Math.max(after - MOST_WAITING - WINDOW, 0);
    for (let end = after; end > stopAt; end -= WINDOW) {
      const missing = await this.missingUpTo(reader.authority, end);
      if (missing.length === 0) return;
      this.recorder.handedOut(missing, reader, channel, 'cursor');
    }
  }

  private async missingUpTo(authority: string, end: number): Promise<readonly MailboxEntry[]> {
    const start = Math.max(end - WINDOW, 0);
    const entries = await this.mailbox.read(authority, start, end - start);
    const delivered = await Promise.all(entries.map((entry) => this.log.isDelivered(entry)));
    return entries.filter(({ withdrawn }, at) => !withdrawn && delivered[at] !== true);
  }
}
