import type { Position } from '@ibex/kernel';

type Waiter = Readonly<{ position: Position; resolve: (reached: boolean) => void }>;

/** Those who wait until a position is reached, each with a time limit. */
export class WaitingLine {
  private readonly waiters = new Set<Waiter>();

  get isEmpty(): boolean {
    return this.waiters.size === 0;
  }

  wait(position: Position, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => leave(false), timeoutMs);
      const leave = (reached: boolean): void => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        resolve(reached);
      };
      const waiter: Waiter = { position, resolve: leave };
      this.waiters.add(waiter);
    });
  }

  reached(position: Position): void {
    for (const waiter of this.waiters) if (waiter.position <= position) waiter.resolve(true);
  }

  dismiss(): void {
    for (const waiter of this.waiters) waiter.resolve(false);
  }
}
