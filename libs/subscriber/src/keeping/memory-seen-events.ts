import { LatestByRecord } from './latest-by-record';
import { MOST_REMEMBERED } from './seen-events.port';
import type { SeenEvent, SeenEvents } from './seen-events.port';

/** Remembers while the process lives. */
export class MemorySeenEvents implements SeenEvents {
  private readonly ids = new Set<string>();
  private readonly latest = new LatestByRecord();

  constructor(private readonly most = MOST_REMEMBERED) {}

  has(id: string): Promise<boolean> {
    return Promise.resolve(this.ids.has(id));
  }

  add(event: SeenEvent): Promise<void> {
    this.ids.add(event.id);
    this.latest.note(event);
    const [oldest] = this.ids;
    if (this.ids.size > this.most && oldest !== undefined) this.ids.delete(oldest);
    return Promise.resolve();
  }

  latestOf(recordRef: string): Promise<number | undefined> {
    return Promise.resolve(this.latest.of(recordRef));
  }

  sequences(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
