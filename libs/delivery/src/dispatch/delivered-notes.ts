import type { MailboxEntry } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Trouble } from '../channels/trouble';
import type { Patience } from '../channels/trouble';

/** An entry that its subscriber's end took, and when (UTC). */
export type Delivered = Readonly<{ entry: MailboxEntry; at: string }>;

type Ports = Readonly<{
  record: (delivered: readonly Delivered[]) => Promise<void>;
  /** These are on record: the cursor may pass them. */
  recorded: (delivered: readonly Delivered[]) => void;
  patience: Patience;
}>;

/** Written together at most. */
const BATCH = 64;
/** Not on record yet at most, before nothing more is sent. */
const MOST_WAITING = 500;

/** Puts on record what was delivered, several at once, before the cursor passes it; without sending it again meanwhile. */
export class DeliveredNotes {
  readonly writing: Trouble;
  private readonly waiting: Delivered[] = [];
  private writes: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(private readonly ports: Ports) {
    this.writing = new Trouble(ports.patience);
  }

  get isFull(): boolean {
    return this.waiting.length >= MOST_WAITING;
  }

  add(delivered: Delivered): void {
    this.waiting.push(delivered);
    this.writes ??= this.write().finally(() => {
      this.writes = undefined;
    });
  }

  /** Writes what can be written at once; what cannot is sent again by whoever goes on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.writes;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH);
      try {
        await this.ports.record(batch);
        this.writing.over();
        this.waiting.splice(0, batch.length);
        this.ports.recorded(batch);
      } catch (error) {
        this.writing.failed(error);
        if (this.stopping.signal.aborted) return;
        await pause(this.writing.dueInMs, this.stopping.signal);
      }
    }
  }
}
