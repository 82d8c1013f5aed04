import { MOST_REMEMBERED } from './seen-events.port';
import type { SeenEvent } from './seen-events.port';

/** The highest number that was dealt with about each record; the records not heard of for longest are forgotten. */
export class LatestByRecord {
  private readonly latest = new Map<string, number>();

  constructor(private readonly most = MOST_REMEMBERED) {}

  note({ recordRef, sequence }: SeenEvent): void {
    if (recordRef === undefined) return;
    const highest = Math.max(this.latest.get(recordRef) ?? 0, sequence);
    this.latest.delete(recordRef);
    this.latest.set(recordRef, highest);
    const [oldest] = this.latest.keys();
    if (this.latest.size > this.most && oldest !== undefined) this.latest.delete(oldest);
  }

  of(recordRef: string): number | undefined {
    return this.latest.get(recordRef);
  }
}
