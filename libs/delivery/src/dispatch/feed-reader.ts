import type { Mailbox, MailboxEntry } from '@ibex/kernel';
import { pause } from '@ibex/runtime';
import { Trouble } from '../channels/trouble';
import type { Patience } from '../channels/trouble';

export type ReaderPorts = Readonly<{
  mailbox: Pick<Mailbox, 'read' | 'waitForMore'>;
  authority: string;
  patience: Patience;
  /** Last number wanted, where there is one. */
  upTo?: number;
  begin: () => Promise<number>;
  passes: (entry: MailboxEntry) => Promise<boolean>;
  /** The next entries, in order, and which of them are wanted. */
  take: (entries: readonly MailboxEntry[], wanted: ReadonlySet<number>) => void;
  /** Whether there is room for more. */
  hasRoom: (readUpTo: number) => boolean;
}>;

const PAGE = 200;
const LONGEST_WAIT_MS = 30_000;
const LOOK_AGAIN_MS = 1_000;

/** Reads a mailbox ahead of what is sent, so that what is urgent is seen behind a backlog. */
export class FeedReader {
  readonly reading: Trouble;
  private readUpTo: number | undefined;
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;

  constructor(private readonly ports: ReaderPorts) {
    this.reading = new Trouble(ports.patience);
  }

  start(): void {
    this.following ??= this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.readOn(signal);
        this.reading.over();
      } catch (error) {
        this.reading.failed(error);
        await pause(this.reading.dueInMs, signal);
      }
    }
  }

  private async readOn(signal: AbortSignal): Promise<void> {
    const { mailbox, authority, begin, hasRoom, upTo = Number.POSITIVE_INFINITY } = this.ports;
    const after = (this.readUpTo ??= await begin());
    if (after >= upTo || !hasRoom(after)) return pause(LOOK_AGAIN_MS, signal);
    const entries = await mailbox.read(authority, after, Math.min(PAGE, upTo - after));
    if (entries.length === 0) return mailbox.waitForMore(authority, after, LONGEST_WAIT_MS, signal);
    this.readUpTo = await this.sift(entries, signal);
    return undefined;
  }

  private async sift(entries: readonly MailboxEntry[], signal: AbortSignal): Promise<number | undefined> {
    const passing = await Promise.all(entries.map((entry) => this.ports.passes(entry)));
    const wanted = new Set(entries.flatMap(({ sequence }, at) => (passing[at] ? [sequence] : [])));
    if (!signal.aborted) this.ports.take(entries, wanted);
    return entries.at(-1)?.sequence;
  }
}
