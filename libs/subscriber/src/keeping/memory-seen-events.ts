import { MOST_REMEMBERED } from './seen-events.port';
import type { SeenEvent, SeenEvents } from './seen-events.port';

/** Remembers while the process lives. */
export class MemorySeenEvents implements SeenEvents {
  private readonly ids = new Set<string>();

  constructor(private readonly most = MOST_REMEMBERED) {}

  has(id: string): Promise<boolean> {
    return Promise.resolve(this.ids.has(id));
  }

  add({ id }: SeenEvent): Promise<void> {
    this.ids.add(id);
    const [oldest] = this.ids;
    if (this.ids.size > this.most && oldest !== undefined) this.ids.delete(oldest);
    return Promise.resolve();
  }

  sequences(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
