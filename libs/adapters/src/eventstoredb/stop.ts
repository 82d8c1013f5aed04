import type { AbortSignalLike } from '@ibex/kernel';

/** Whether a reader is to go on: ends when its signal aborts, its store closes or it leaves by itself. */
export class Stop {
  private stopped = false;
  private readonly listeners = new Set<() => void>();
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
    this.stopped = true;
    for (const listener of [...this.listeners]) listener();
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
    this.stop();
    this.signal?.removeEventListener('abort', this.abort);
    this.ended(this);
  }
}
