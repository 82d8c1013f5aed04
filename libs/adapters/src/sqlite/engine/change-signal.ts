import type { AbortSignalLike } from '@ibex/kernel';

/** Wakes everyone who waits for the next change. */
export class ChangeSignal {
  private readonly waiting = new Set<() => void>();

  /** Resolves at the next `fire`, or when the signal aborts. */
  next(signal?: AbortSignalLike): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      if (signal?.aborted === true) {
        done();
        return;
      }
      this.waiting.add(done);
      signal?.addEventListener('abort', done, { once: true });
    });
  }

  fire(): void {
    for (const wake of [...this.waiting]) wake();
  }
}
