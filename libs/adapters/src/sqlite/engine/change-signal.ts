import type { AbortSignalLike } from '@ibex/kernel';

/**
 * Wakes everyone who waits for the next change. `in turns`: one in each turn of the event loop, and none in the turn that
 * brought the change, so that whoever made it has its answer, and what came in meanwhile is looked at, before all of them
 * have done their work.
 */
export class ChangeSignal {
  private readonly waiting = new Set<() => void>();
  private readonly woken = new Set<() => void>();

  constructor(private readonly manner: 'at once' | 'in turns' = 'at once') {}

  /** Resolves after the next `fire`, or when the signal aborts. */
  next(signal?: AbortSignalLike): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        this.woken.delete(done);
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
    if (this.manner === 'at once') {
      for (const wake of [...this.waiting]) wake();
      return;
    }
    const isUnderWay = this.woken.size > 0;
    for (const wake of this.waiting) this.woken.add(wake);
    this.waiting.clear();
    if (!isUnderWay && this.woken.size > 0) this.wakeNext();
  }

  private wakeNext(): void {
    setImmediate(() => {
      const [wake] = this.woken;
      wake?.();
      if (this.woken.size > 0) this.wakeNext();
    });
  }
}
