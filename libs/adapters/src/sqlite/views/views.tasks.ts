import type { DatabaseSync } from 'node:sqlite';
import { AttemptTasks } from '../attempts/attempt-tasks';
import type { AttemptRequest } from '../attempts/attempt-tasks';
import { CursorTasks } from '../cursors/cursor-tasks';
import type { MoveRequest } from '../cursors/cursor-tasks';
import { openForWriting } from '../engine/database-file';
import type { WriteTasks } from '../engine/group-commit';
import { Neighbour } from '../engine/neighbour';
import { holdingSoleUse } from '../engine/sole-use';
import type { SoleUse } from '../engine/sole-use';
import { FeedMemoryTasks } from '../feeds/feed-memory-tasks';
import type { SaveRequest } from '../feeds/feed-memory-tasks';
import { KeptTasks, isOfKeptThings } from '../kept/kept-tasks';
import type { KeptRequest } from '../kept/kept-tasks';
import type { DeliverRequest } from '../mailbox/mailbox-protocol';
import { MailboxTasks } from '../mailbox/mailbox-tasks';
import { ViewTasks } from './view-tasks';
import type { ViewRequest, ViewsFileOptions } from './view-protocol';
import { viewsLayout } from './views-layout';

type Request = ViewRequest | DeliverRequest | MoveRequest | SaveRequest | AttemptRequest | KeptRequest;

const isOfAttempts = (asked: Request): asked is AttemptRequest =>
  asked.kind === 'append-attempts' || asked.kind === 'prune-attempts';

/**
 * So many pages are brought into the file at once. An fsync of the log waits for those, since a journalling file system
 * commits all files together: few at a time while people wait for the log, many while a view is built anew.
 */
const PAGES_LIVE = 500;
const PAGES_BUILDING = 4_000;

const isOfLiveCopy = (asked: Request): boolean => asked.kind !== 'write' || 'version' in asked.copy;

/** The only writer of views, mailboxes, cursors and what delivery keeps besides. */
class ViewsFileTasks implements WriteTasks {
  readonly file: string;
  readonly database: DatabaseSync;
  private readonly soleUse: SoleUse;
  private readonly views: ViewTasks;
  private readonly mailbox: MailboxTasks;
  private readonly cursors: CursorTasks;
  private readonly memories: FeedMemoryTasks;
  private readonly attempts: AttemptTasks;
  private readonly things: KeptTasks;
  private readonly neighbour: Neighbour | undefined;
  private pages = PAGES_LIVE;

  constructor({ file, neighbour }: ViewsFileOptions) {
    this.file = file;
    [this.database, this.soleUse] = holdingSoleUse(file, () => openForWriting(viewsLayout(file)));
    // Rebuilding a view touches its rows in no order: a larger cache saves most of the reading.
    this.database.exec(`PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = ${String(this.pages)}`);
    this.views = new ViewTasks(file, this.database);
    this.mailbox = new MailboxTasks(this.database);
    this.cursors = new CursorTasks(this.database);
    this.memories = new FeedMemoryTasks(this.database);
    this.attempts = new AttemptTasks(this.database);
    this.things = new KeptTasks(this.database);
    this.neighbour = neighbour === undefined ? undefined : new Neighbour(neighbour);
  }

  perform(request: unknown): unknown {
    const asked = request as Request;
    this.checkpointAt(isOfLiveCopy(asked) ? PAGES_LIVE : PAGES_BUILDING);
    if (asked.kind === 'deliver') return this.mailbox.deliver(asked);
    if (asked.kind === 'move-cursor') return this.cursors.move(asked);
    if (asked.kind === 'save-feed-memory') return this.memories.save(asked);
    if (isOfKeptThings(asked)) return this.things.perform(asked);
    return isOfAttempts(asked) ? this.attempts.perform(asked) : this.views.perform(asked);
  }

  /** A copy that is still being built is dropped when the file is opened again; the latest tries may be lost. */
  isLasting(request: unknown): boolean {
    const asked = request as Request;
    if (isOfAttempts(asked)) return false;
    if (isOfKeptThings(asked)) return true;
    return isOfLiveCopy(asked);
  }

  undone(): void {
    this.views.forget();
  }

  close(): void {
    this.neighbour?.close();
    this.database.close();
    this.soleUse.release();
  }

  private checkpointAt(pages: number): void {
    if (pages === this.pages) return;
    this.pages = pages;
    this.database.exec(`PRAGMA wal_autocheckpoint = ${String(pages)}`);
  }
}

export const openTasks = (options: unknown): WriteTasks => new ViewsFileTasks(options as ViewsFileOptions);
