import type { NoticeSource, TakeArrival } from '@ibex/kernel';
import { untilGiven } from './ended';

/**
 * A source for trying out handlers: what is given to `send` arrives in one lane, and what was not settled before
 * `close` arrives again at the next `run`, as with a real one.
 */
export class MemoryNoticeSource implements NoticeSource {
  private readonly events: Readonly<Record<string, unknown>>[] = [];
  private checkpoint = -1;
  private runs = 0;
  private isHalted = false;
  private wake: () => void = () => undefined;
  private closed = new AbortController();

  send(...events: readonly Readonly<Record<string, unknown>>[]): void {
    this.events.push(...events);
    this.wake();
  }

  /** How many events, from the first, need not come again. */
  get settledUpTo(): number {
    return this.checkpoint + 1;
  }

  async run(take: TakeArrival): Promise<void> {
    this.runs += 1;
    this.isHalted = false;
    this.closed = new AbortController();
    const lane = `memory-${this.runs}`;
    for (let place = this.checkpoint + 1; !this.hasEnded();) {
      const event = this.events[place];
      if (event) {
        const where = `memory@${place}`;
        await take({ lane, place, where, key: String(event['subject']), content: { event } });
        place += 1;
      } else await new Promise<void>((resolve) => (this.wake = resolve));
    }
    await untilGiven(this.closed.signal);
  }

  settled(lane: string, place: number): void {
    if (lane === `memory-${this.runs}`) this.checkpoint = Math.max(this.checkpoint, place);
  }

  halt(): void {
    this.isHalted = true;
    this.wake();
  }

  close(): Promise<void> {
    this.halt();
    this.closed.abort();
    return Promise.resolve();
  }

  // a method, because it changes while others are awaited
  private hasEnded(): boolean {
    return this.isHalted;
  }
}
