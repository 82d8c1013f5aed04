import type { DatabaseSync } from 'node:sqlite';
import { CursorTasks } from '../cursors/cursor-tasks';
import type { MoveRequest } from '../cursors/cursor-tasks';
import { openForWriting } from '../engine/database-file';
import type { WriteTasks } from '../engine/group-commit';
import { holdingSoleUse } from '../engine/sole-use';
import type { SoleUse } from '../engine/sole-use';
import type { DeliverRequest } from '../mailbox/mailbox-protocol';
import { MailboxTasks } from '../mailbox/mailbox-tasks';
import { ViewTasks } from './view-tasks';
import type { ViewRequest } from './view-protocol';
import { viewsLayout } from './views-layout';

type Request = ViewRequest | DeliverRequest | MoveRequest;

/** The only writer of views, mailboxes and cursors. */
class ViewsFileTasks implements WriteTasks {
  readonly file: string;
  readonly database: DatabaseSync;
  private readonly soleUse: SoleUse;
  private readonly views: ViewTasks;
  private readonly mailbox: MailboxTasks;
  private readonly cursors: CursorTasks;

  constructor(file: string) {
    this.file = file;
    [this.database, this.soleUse] = holdingSoleUse(file, () => openForWriting(viewsLayout(file)));
    // Rebuilding a view touches its rows in no order: a larger cache and rarer checkpoints save most of the writing.
    this.database.exec('PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000');
    this.views = new ViewTasks(file, this.database);
    this.mailbox = new MailboxTasks(this.database);
    this.cursors = new CursorTasks(this.database);
  }

  perform(request: unknown): unknown {
    const asked = request as Request;
    if (asked.kind === 'deliver') return this.mailbox.deliver(asked);
    return asked.kind === 'move-cursor' ? this.cursors.move(asked) : this.views.perform(asked);
  }

  /** A copy that is still being built is dropped when the file is opened again. */
  isLasting(request: unknown): boolean {
    const asked = request as Request;
    return asked.kind !== 'write' || 'version' in asked.copy;
  }

  undone(): void {
    this.views.forget();
  }

  close(): void {
    this.database.close();
    this.soleUse.release();
  }
}

export const openTasks = (options: unknown): WriteTasks =>
  new ViewsFileTasks((options as { file: string }).file);
