import { CURSORS, MAILBOX } from '@ibex/kernel';
import type { Cursors, Mailbox, MailboxEntry } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CanaryLegs } from './canary-legs';
import { CanaryOrders } from './canary-orders';
import { CANARY_MAILBOX } from './canary.events';

const CURSOR = 'canary';
const AT_ONCE = 50;

/** Reads the canaries' mailbox and puts on record how long each took to get there, and on to a webhook and a topic. */
@Injectable()
export class CanaryWatch {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'read' | 'waitForMore'>,
    @Inject(CURSORS) private readonly cursors: Pick<Cursors, 'at' | 'move'>,
    private readonly orders: CanaryOrders,
    private readonly legs: CanaryLegs,
  ) {}

  /** How many had come. */
  async look(signal: AbortSignal): Promise<number> {
    const from = await this.cursors.at(CURSOR, CANARY_MAILBOX);
    const entries = await this.mailbox.read(CANARY_MAILBOX, from, AT_ONCE);
    for (const entry of entries) await this.see(entry, signal);
    const last = entries.at(-1)?.sequence;
    if (last !== undefined) await this.cursors.move(CURSOR, CANARY_MAILBOX, from, last);
    return entries.length;
  }

  /** Until one may have come, for so long at most. */
  async wait(forMs: number, signal: AbortSignal): Promise<void> {
    const from = await this.cursors.at(CURSOR, CANARY_MAILBOX);
    await this.mailbox.waitForMore(CANARY_MAILBOX, from, forMs, signal);
  }

  private async see(entry: MailboxEntry, signal: AbortSignal): Promise<void> {
    const canary = entry.stream.slice('canary-'.length);
    await this.orders.seen(canary, 'mailbox', entry.recordedAt, entry.putAt);
    await this.legs.bus.put(entry);
    // one try: a canary that did not arrive is missed, and the next one tells how it is by then
    const isTaken = await this.legs.post.post(entry, signal);
    if (isTaken) await this.orders.seen(canary, 'webhook', entry.recordedAt);
  }
}
