import { StoreUnavailable } from '@ibex/kernel';
import type { Attempt, AttemptQuery, Attempts, Instant, KeptAttempt } from '@ibex/kernel';
import { promised } from './promised';

export class MemoryAttempts implements Attempts {
  private kept: readonly KeptAttempt[] = [];
  private lastNumber = 0;
  private closed = false;

  append(attempts: readonly Attempt[]): Promise<void> {
    return promised(() => {
      this.refuseClosed();
      const numbered = attempts.map((attempt) => ({ ...attempt, number: (this.lastNumber += 1) }));
      this.kept = [...this.kept, ...numbered];
    });
  }

  list(subscriptionId: string, query: AttemptQuery): Promise<readonly KeptAttempt[]> {
    const { limit, before = Number.POSITIVE_INFINITY, since = '', outcomes } = query;
    return promised(() => {
      this.refuseClosed();
      return this.kept
        .filter((each) => each.subscriptionId === subscriptionId && each.number < before && each.at >= since)
        .filter(({ outcome }) => outcomes?.includes(outcome) ?? true)
        .reverse()
        .slice(0, limit);
    });
  }

  prune(before: Instant, most: number): Promise<number> {
    return promised(() => {
      this.refuseClosed();
      const old = this.kept.filter(({ at }) => at < before).sort((a, b) => (a.at < b.at ? -1 : 1));
      const dropped = new Set(old.slice(0, most));
      this.kept = this.kept.filter((each) => !dropped.has(each));
      return dropped.size;
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
    });
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('store/closed', 'the attempts are closed');
  }
}
