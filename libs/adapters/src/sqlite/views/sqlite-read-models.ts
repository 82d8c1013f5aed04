import { StoreUnavailable } from '@ibex/kernel';
import type { Position, ReadModels, RowChange, ViewRebuild, ViewSchema } from '@ibex/kernel';
import { refuseBadNames, toBatch } from './change-codec';
import type { OpenAnswer, RebuildAnswer, ViewRequest } from './view-protocol';
import { ViewsFile } from './views-file';

type Copy = Extract<ViewRequest, { kind: 'write' }>['copy'];

/** Views in SQLite. Each copy has tables of its own; the plain names are SQL views of the live ones. */
export class SqliteReadModels implements ReadModels {
  private readonly views: ViewsFile;
  private closed = false;

  constructor(views: ViewsFile) {
    this.views = views.join();
  }

  /** A file of its own, for a spec or a tool. Throws StoreUnavailable. */
  static async open(file: string): Promise<SqliteReadModels> {
    return new SqliteReadModels(await ViewsFile.open(file));
  }

  async open(view: ViewSchema): Promise<Position | undefined> {
    refuseBadNames(view);
    const { checkpoint } = await this.perform<OpenAnswer>({ kind: 'open', view });
    return checkpoint ?? undefined;
  }

  async write(view: ViewSchema, changes: readonly RowChange[], upTo: Position): Promise<void> {
    await this.writeTo(view, { version: view.version }, { changes, upTo });
  }

  async rebuild(view: ViewSchema): Promise<ViewRebuild> {
    refuseBadNames(view);
    const { generation } = await this.perform<RebuildAnswer>({ kind: 'rebuild', view });
    const end = async (kind: 'switch' | 'abandon'): Promise<void> => {
      await this.perform({ kind, view: view.name, generation });
    };
    return {
      write: (changes, upTo) => this.writeTo(view, { generation }, { changes, upTo }),
      switchOver: () => end('switch'),
      abandon: () => end('abandon'),
    };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.views.leave();
  }

  private async writeTo(
    view: ViewSchema,
    copy: Copy,
    { changes, upTo }: Readonly<{ changes: readonly RowChange[]; upTo: Position }>,
  ): Promise<void> {
    const batch = toBatch(view, changes);
    await this.perform({ kind: 'write', view: view.name, copy, batch, upTo });
  }

  private perform<T>(request: ViewRequest): Promise<T> {
    if (!this.closed) return this.views.writer.perform<T>(request);
    return Promise.reject(
      new StoreUnavailable('store/closed', `${this.views.file}: the read models are closed`),
    );
  }
}
