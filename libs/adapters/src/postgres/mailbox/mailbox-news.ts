import type { AbortSignalLike } from '@ibex/kernel';
import type { Listener } from '../engine/listener';
import { MAILBOX_CHANNEL } from './delivery';

type Waiter = Readonly<{ after: number; wake: () => void }>;
/** Where some mailboxes stand. */
type LookUp = (authorities: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** News may be lost with the connection that brings it: then it is late by this much. */
const LOOK_EVERY_MS = 1_000;

/** Wakes those who wait for a mailbox, whichever process puts an entry into it. */
export class MailboxNews {
  private readonly waiting = new Map<string, Set<Waiter>>();
  private timer: NodeJS.Timeout | undefined;
  private readonly hear = (payload: string): void => {
    const [authority = '', head = ''] = payload.split(' ');
    this.tell(authority, Number(head));
  };

  constructor(
    private readonly listener: Listener,
    private readonly lookUp: LookUp,
  ) {
    listener.on(MAILBOX_CHANNEL, this.hear);
    listener.onGap(() => void this.look());
  }

  /** Resolves when a mailbox holds more than `after`, or the signal aborts. */
  next(authority: string, after: number, signal: AbortSignalLike): Promise<void> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        after,
        wake: () => {
          this.forget(authority, waiter);
          signal.removeEventListener('abort', waiter.wake);
          resolve();
        },
      };
      const others = this.waiting.get(authority) ?? new Set<Waiter>();
      this.waiting.set(authority, others.add(waiter));
      this.timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
      signal.addEventListener('abort', waiter.wake, { once: true });
      if (signal.aborted) waiter.wake();
    });
  }

  tell(authority: string, head: number): void {
    for (const { after, wake } of [...(this.waiting.get(authority) ?? [])]) if (head > after) wake();
  }

  close(): void {
    clearInterval(this.timer);
    this.listener.off(MAILBOX_CHANNEL, this.hear);
    for (const waiters of [...this.waiting.values()]) for (const { wake } of [...waiters]) wake();
  }

  private async look(): Promise<void> {
    if (this.waiting.size === 0) return;
    try {
      for (const [authority, head] of await this.lookUp([...this.waiting.keys()])) this.tell(authority, head);
    } catch {
      // the database is away: those who wait ask it themselves when their time is up, and are told why
    }
  }

  private forget(authority: string, waiter: Waiter): void {
    const waiters = this.waiting.get(authority);
    waiters?.delete(waiter);
    if (waiters?.size === 0) this.waiting.delete(authority);
    if (this.waiting.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
