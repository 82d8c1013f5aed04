import type { StatementSync } from 'node:sqlite';
import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import type { Cursors } from '@ibex/kernel';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { ViewsFile } from '../views/views-file';
import { SELECT_CURSOR } from './cursor-tasks';
import type { MoveAnswer, MoveRequest } from './cursor-tasks';

/** How far each channel is with each mailbox, in the file of the mailboxes. */
export class SqliteCursors implements Cursors {
  private readonly views: ViewsFile;
  private select: StatementSync | undefined;
  private closed = false;

  constructor(views: ViewsFile) {
    this.views = views.join();
  }

  /** A file of its own, for a spec or a tool. Throws StoreUnavailable. */
  static async open(file: string): Promise<SqliteCursors> {
    return new SqliteCursors(await ViewsFile.open(file));
  }

  at(channel: string, authority: string): Promise<number> {
    return promised(() => {
      this.refuseClosed();
      const row = orUnavailable(this.views.file, () => {
        this.select ??= this.views.reader.prepare(SELECT_CURSOR);
        return this.select.get(channel, authority);
      });
      const sequence = row?.['n'];
      return typeof sequence === 'number' ? sequence : 0;
    });
  }

  async move(channel: string, authority: string, from: number, to: number): Promise<void> {
    this.refuseClosed();
    const request: MoveRequest = { kind: 'move-cursor', channel, authority, from, to };
    const { moved } = await this.views.writer.perform<MoveAnswer>(request);
    if (!moved) throw new Overtaken(`the cursor of ${channel} in the mailbox of ${authority}`);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.views.leave();
  }

  private refuseClosed(): void {
    if (this.closed) throw new StoreUnavailable('store/closed', `${this.views.file}: the cursors are closed`);
  }
}
