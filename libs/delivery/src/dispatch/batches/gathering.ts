import type { Cadence, Mailbox, MailboxEntry } from '@ibex/kernel';
import { toEpochMs } from '@ibex/kernel';
import { leavesAt } from './cadence.rule';

/** An entry that waits for its batch, as small as can be. */
type Waiting = Readonly<{ sequence: number; leavesAtMs: number; isUrgent: boolean }>;

export type GatheringPorts = Readonly<{
  mailbox: Pick<Mailbox, 'read'>;
  authority: string;
  passes: (entry: MailboxEntry) => Promise<boolean>;
  /** Left out: everything leaves at once. */
  cadence?: Cadence;
  mostInBatch: number;
  /** Last number wanted, where there is one. */
  upTo?: number;
}>;

export const PAGE = 200;

/** Reads a mailbox ahead of what has left, and knows when something of it is to leave. */
export class Gathering {
  private waiting: readonly Waiting[] = [];

  constructor(
    private readonly ports: GatheringPorts,
    private readUpTo: number,
  ) {}

  get count(): number {
    return this.waiting.length;
  }
  get hasUrgent(): boolean {
    return this.waiting.some(({ isUrgent }) => isUrgent);
  }
  get isFull(): boolean {
    return this.waiting.length >= this.ports.mostInBatch;
  }
  /** Everything up to here was looked at. */
  get lookedUpTo(): number {
    return this.readUpTo;
  }
  /** Whether there may be more to read, now or later. */
  get isOpen(): boolean {
    return !this.isFull && this.readUpTo < (this.ports.upTo ?? Number.POSITIVE_INFINITY);
  }

  /** Reads what has come since it last did. */
  async readOn(signal: AbortSignal): Promise<void> {
    const { mailbox, authority, upTo = Number.POSITIVE_INFINITY } = this.ports;
    while (this.isOpen && !signal.aborted) {
      const entries = await mailbox.read(authority, this.readUpTo, Math.min(PAGE, upTo - this.readUpTo));
      if (entries.length === 0) return;
      const passing = await Promise.all(entries.map((entry) => this.ports.passes(entry)));
      this.waiting = [
        ...this.waiting,
        ...entries.filter((_, at) => passing[at]).map((entry) => this.toWaiting(entry)),
      ];
      this.readUpTo = entries.at(-1)?.sequence ?? this.readUpTo;
    }
  }

  /** Up to which number entries are to leave now; `urgentFromMs`: from when those that are urgent may. */
  dueUpTo(nowMs: number, urgentFromMs: number): number | undefined {
    if (this.isFull || (this.hasUrgent && urgentFromMs <= nowMs)) return this.readUpTo;
    const last = this.waiting.findLastIndex(({ leavesAtMs }) => leavesAtMs <= nowMs);
    if (last < 0) return undefined;
    return last === this.waiting.length - 1 ? this.readUpTo : this.waiting[last]?.sequence;
  }

  /** When the first is to leave that is not due yet; infinity where nothing waits. */
  nextMs(urgentFromMs: number): number {
    const first = Math.min(...this.waiting.map(({ leavesAtMs }) => leavesAtMs), Number.POSITIVE_INFINITY);
    return this.hasUrgent ? Math.min(first, urgentFromMs) : first;
  }

  /** These are on their way. */
  leave(upTo: number): void {
    this.waiting = this.waiting.filter(({ sequence }) => sequence > upTo);
  }

  private toWaiting({ sequence, urgency, putAt }: MailboxEntry): Waiting {
    const { cadence } = this.ports;
    const leavesAtMs = cadence ? toEpochMs(leavesAt(putAt, cadence)) : 0;
    return { sequence, leavesAtMs, isUrgent: urgency === 'urgent' };
  }
}
