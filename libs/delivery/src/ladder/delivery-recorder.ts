import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor, MailboxEntry } from '@ibex/kernel';
import { DeliveryLog } from './delivery-log';
import type { HandedOut } from './delivery-log';
import type { Channel, Evidence } from './delivery.events';
import { Lately } from './lately';

/** Written together: large enough to share a flush to disk, small enough to look back over (see CursorEvidence). */
export const BATCH = 64;
/** Waiting to be written at most; what does not fit is proved later by the reader's cursor. */
export const MOST_WAITING = 1_000;
const FLUSH_AFTER_MS = 50;
const RETRY_AFTER_MS = 1_000;

/**
 * Remembers what was handed out and writes it in batches off the request's path, in the order of handing out. What a
 * crash takes from memory is found again by CursorEvidence when the reader comes back with its cursor.
 */
@Injectable()
export class DeliveryRecorder implements BeforeApplicationShutdown {
  private readonly waiting = new Map<string, HandedOut>();
  private readonly written = new Lately(50_000);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private flushing: Promise<void> = Promise.resolve();

  constructor(private readonly log: DeliveryLog) {}

  handedOut(
    entries: readonly MailboxEntry[],
    to: Actor,
    channel: Channel,
    evidence: Evidence = 'handed-out',
  ): void {
    const at = this.log.now();
    for (const entry of entries) {
      const known = this.written.has(entry.entryId) || this.waiting.has(entry.entryId);
      if (!known && this.waiting.size < MOST_WAITING) {
        this.waiting.set(entry.entryId, { entry, to, channel, evidence, at });
      }
    }
    this.flushSoon(FLUSH_AFTER_MS);
  }

  /** Resolves once it is on record that this entry was delivered. */
  async settle(entry: MailboxEntry, to: Actor): Promise<void> {
    if (this.written.has(entry.entryId)) return;
    const handed = this.waiting.get(entry.entryId);
    const now = { entry, to, channel: 'pull-feed', evidence: 'handed-out', at: this.log.now() } as const;
    await this.write([handed ?? now]);
  }

  /** Resolves once everything that waited at the time of asking is written. */
  flush(): Promise<void> {
    this.flushing = this.flushing.then(() => this.writeWaiting());
    return this.flushing;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
    clearTimeout(this.timer);
  }

  private flushSoon(delayMs: number): void {
    if (this.timer !== undefined || this.waiting.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, delayMs);
    this.timer.unref();
  }

  private async writeWaiting(): Promise<void> {
    try {
      while (this.waiting.size > 0) await this.write([...this.waiting.values()].slice(0, BATCH));
    } catch {
      // the store is away: nothing is lost, it all still waits; whoever needs the store tells that it is away
      this.flushSoon(RETRY_AFTER_MS);
    }
  }

  private async write(batch: readonly HandedOut[]): Promise<void> {
    await this.log.record(batch);
    for (const { entry } of batch) {
      this.written.add(entry.entryId);
      this.waiting.delete(entry.entryId);
    }
  }
}
