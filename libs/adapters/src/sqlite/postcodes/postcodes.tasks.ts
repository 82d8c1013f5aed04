import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openForWriting } from '../engine/database-file';
import type { WriteTasks } from '../engine/group-commit';
import { holdingSoleUse } from '../engine/sole-use';
import type { SoleUse } from '../engine/sole-use';
import { postcodesFile } from './postcodes-file';

/** Loads postcodes; a later row for the same postcode takes the place of the earlier one. */
class PostcodeTasks implements WriteTasks {
  readonly file: string;
  readonly database: DatabaseSync;
  private readonly soleUse: SoleUse;
  private readonly insert: StatementSync;

  constructor(file: string) {
    this.file = file;
    [this.database, this.soleUse] = holdingSoleUse(file, () => openForWriting(postcodesFile(file)));
    this.insert = this.database.prepare('INSERT OR REPLACE INTO postcodes VALUES (?, ?)');
  }

  /** `request`: postcode, code, postcode, code, … */
  perform(request: unknown): null {
    const pairs = JSON.parse(request as string) as readonly string[];
    for (let at = 0; at + 1 < pairs.length; at += 2) this.insert.run(pairs[at] ?? '', pairs[at + 1] ?? '');
    return null;
  }

  close(): void {
    this.database.close();
    this.soleUse.release();
  }
}

export const openTasks = (options: unknown): WriteTasks =>
  new PostcodeTasks((options as { file: string }).file);
