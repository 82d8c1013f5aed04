import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { FeedMemories, FeedMemory, KeptMemory } from '@ibex/kernel';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { ViewsFile } from '../views/views-file';
import { SELECT_MEMORY } from './feed-memory-tasks';
import type { SaveAnswer, SaveRequest } from './feed-memory-tasks';

/** What feeds remember, in the file of the mailboxes. */
export class SqliteFeedMemories implements FeedMemories {
  private readonly views: ViewsFile;
  private closed = false;

  constructor(views: ViewsFile) {
    this.views = views.join();
  }

  /** A file of its own, for a spec or a tool. Throws StoreUnavailable. */
  static async open(file: string): Promise<SqliteFeedMemories> {
    return new SqliteFeedMemories(await ViewsFile.open(file));
  }

  read(feed: string): Promise<KeptMemory> {
    return promised(() => {
      this.refuseClosed();
      const row = orUnavailable(this.views.file, () => this.views.reader.prepare(SELECT_MEMORY).get(feed));
      if (!row) return { version: 0 };
      return { version: Number(row['version']), memory: JSON.parse(String(row['memory'])) as FeedMemory };
    });
  }

  async save(feed: string, from: number, memory: FeedMemory): Promise<number> {
    this.refuseClosed();
    const request: SaveRequest = {
      kind: 'save-feed-memory',
      feed,
      from,
      memory: JSON.stringify(memory),
    };
    const { saved } = await this.views.writer.perform<SaveAnswer>(request);
    if (!saved) throw new Overtaken(`the memory of ${feed}`);
    return from + 1;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.views.leave();
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.views.file}: the memories of feeds are closed`);
  }
}
