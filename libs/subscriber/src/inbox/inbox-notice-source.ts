import type { NoticeSource, TakeArrival } from '@ibex/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExchangeRefused } from '../exchange/exchange-faults';
import type { Inbox } from '../handling/exchange-ports';
import { waitAfter } from '../handling/back-off';
import { untilGiven } from '../source/ended';
import type { PlaceKept } from '../keeping/place-kept';

export type InboxSourceOptions = Readonly<{
  inbox: Inbox;
  /** Where to go on after a restart. */
  place: PlaceKept;
  /** Seconds that the exchange may wait for an entry, up to 25. */
  waitS?: number;
  pageSize?: number;
  /** Called for every outage, and when the place could not be written. */
  onTrouble?: (error: unknown) => void;
}>;

const BACK_OFF = { firstMs: 500, longestMs: 30_000 };
const LANE = 'inbox';

/** The cursor is not one of this mailbox: waiting does not mend that. */
const isBeyondMending = (error: unknown): boolean =>
  error instanceof ExchangeRefused && error.problem === 'inbox/cursor-ahead';

/** Reads the own mailbox over HTTPS, by long polls: for a borough that does not want to run Kafka. Runs once. */
export class InboxNoticeSource implements NoticeSource {
  private readonly halted = new AbortController();
  private readonly closed = new AbortController();
  private settledUpTo = 0;
  private written = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: InboxSourceOptions) {}

  /** Throws ExchangeRefused when the exchange has never given out the place that was kept. */
  async run(take: TakeArrival): Promise<void> {
    this.written = this.settledUpTo = await this.options.place.read();
    let after = this.written;
    let failures = 0;
    while (!this.hasHalted()) {
      try {
        after = await this.next(after, take);
        failures = 0;
      } catch (error) {
        if (this.hasHalted()) break;
        if (isBeyondMending(error)) throw error;
        failures += 1;
        this.options.onTrouble?.(error);
        await this.pause(waitAfter(failures, BACK_OFF));
      }
    }
    await untilGiven(this.closed.signal);
  }

  settled(lane: string, place: number): void {
    if (lane !== LANE || place <= this.settledUpTo) return;
    this.settledUpTo = place;
    this.writing = this.writing.then(() => this.write());
  }

  halt(): void {
    this.halted.abort();
  }

  async close(): Promise<void> {
    this.halt();
    await this.writing;
    this.closed.abort();
  }

  private async next(after: number, take: TakeArrival): Promise<number> {
    const { inbox, waitS = 20, pageSize = 100 } = this.options;
    const { signal } = this.halted;
    const { entries, next } = await inbox.page({ after, limit: pageSize, waitS, signal });
    for (const event of entries) {
      if (this.hasHalted()) return after;
      const place = Number(event['sequence']);
      const where = `${LANE}@${place}`;
      await take({ lane: LANE, place, where, key: String(event['subject']), content: { event } });
    }
    return next;
  }

  private async write(): Promise<void> {
    const to = this.settledUpTo;
    // several that were settled while one was written need one write only
    if (to === this.written) return;
    try {
      await this.options.place.move(to);
      this.written = to;
    } catch (error) {
      this.options.onTrouble?.(error);
    }
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.halted.signal }).catch(() => undefined);
  }

  // a method, because it changes while others are awaited
  private hasHalted(): boolean {
    return this.halted.signal.aborted;
  }
}
