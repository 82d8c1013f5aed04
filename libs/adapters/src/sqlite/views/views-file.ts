import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openForReading } from '../engine/database-file';
import { orUnavailable } from '../engine/unavailable';
import { WriteThread } from '../engine/write-thread';
import type { ViewsFileOptions } from './view-protocol';
import { viewsLayout } from './views-layout';

/** The file of views and mailboxes, its writer and the main thread's reader; open until its last user has left. */
export class ViewsFile {
  private users = 0;

  private constructor(
    readonly file: string,
    readonly writer: WriteThread,
    readonly reader: DatabaseSync,
  ) {}

  /** `neighbour`: as of ViewsFileOptions. */
  static async open(file: string, neighbour?: string): Promise<ViewsFile> {
    const options: ViewsFileOptions = { file, neighbour };
    const writer = await WriteThread.start(join(__dirname, 'views.tasks'), options);
    try {
      return new ViewsFile(
        file,
        writer,
        orUnavailable(file, () => openForReading(viewsLayout(file))),
      );
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  join(): this {
    this.users += 1;
    return this;
  }

  async leave(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    if (this.reader.isOpen) this.reader.close();
    await this.writer.close();
  }
}
