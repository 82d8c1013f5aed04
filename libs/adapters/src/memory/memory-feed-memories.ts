import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { FeedMemories, FeedMemory, KeptMemory } from '@ibex/kernel';
import { promised, stored } from './promised';

export class MemoryFeedMemories implements FeedMemories {
  private readonly kept = new Map<string, KeptMemory>();
  private closed = false;

  read(feed: string): Promise<KeptMemory> {
    return promised(() => stored(this.standing(feed)));
  }

  save(feed: string, from: number, memory: FeedMemory): Promise<number> {
    return promised(() => {
      if (this.standing(feed).version !== from) throw new Overtaken(`the memory of ${feed}`);
      const version = from + 1;
      this.kept.set(feed, { version, memory: stored(memory) });
      return version;
    });
  }

  close(): Promise<void> {
    return promised(() => {
      this.closed = true;
    });
  }

  private standing(feed: string): KeptMemory {
    if (this.closed) throw new StoreUnavailable('store/closed', 'the memories of feeds are closed');
    return this.kept.get(feed) ?? { version: 0 };
  }
}
