import type { AbortSignalLike } from '@ibex/kernel';

/**
 * Whether a reader is to go on: ends when its signal aborts, its store closes or it leaves by itself. A reader that has
 * asked for something that is on its way is given that first, as it would be by a store nearer by.
 */
export class Stop {
  private stopped = false;
  private isAsked = false;
  /** Something is on its way that will come, or fail, within the deadline. */
  private isOwing = false;
  /** The reader has what it asked for and has not asked again. */
  private isResting = true;
  private readonly listeners = new Set<() => void>();
  private readonly waiting = new Set<() => void>();
  private readonly abort = (): void => this.stop();

  constructor(
    private readonly signal: AbortSignalLike | undefined,
    private readonly ended: (stop: Stop) => void,
  ) {
    if (signal?.aborted === true) this.stopped = true;
    signal?.addEventListener('abort', this.abort, { once: true });
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  onStop(listener: () => void): void {
    this.listeners.add(listener);
  }

  stop(): void {
    this.isAsked = true;
    if (this.isResting || !this.isOwing) this.finish();
  }

  /** Says whether what the reader asked for is on its way. */
  owe(isOwing: boolean): void {
    this.isOwing = isOwing;
    this.isResting = false;
    if (this.isAsked && !isOwing) this.finish();
  }

  /** Hands something over; the reader asks for the next when it comes back. */
  *given<T>(answer: T): Generator<T> {
    this.isResting = true;
    this.release();
    yield answer;
    this.isResting = false;
    if (this.isAsked) this.finish();
  }

  /** When nothing is on its way any more. */
  async settled(): Promise<void> {
    if (this.stopped || this.isResting) return;
    await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  /** Waits, but not beyond the stop. */
  sleep(ms: number): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.listeners.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.listeners.add(done);
    });
  }

  /** The reader has left: nobody needs to be told any more. */
  end(): void {
    this.finish();
    this.signal?.removeEventListener('abort', this.abort);
    this.ended(this);
  }

  private finish(): void {
    this.stopped = true;
    for (const listener of [...this.listeners]) listener();
    this.release();
  }

  private release(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
