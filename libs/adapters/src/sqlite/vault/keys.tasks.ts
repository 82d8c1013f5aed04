import type { DatabaseSync } from 'node:sqlite';
import { openForWriting } from '../engine/database-file';
import type { WriteTasks } from '../engine/group-commit';
import { holdingSoleUse } from '../engine/sole-use';
import type { SoleUse } from '../engine/sole-use';
import { KEYS_APART, keysFile } from './keys-file';
import type { KeptKey, KeyRequest } from './keys-file';

/** The only writer of the keys. What it deletes is overwritten, in the file and in the write-ahead log. */
class KeyTasks implements WriteTasks {
  readonly file: string;
  readonly database: DatabaseSync;
  private readonly soleUse: SoleUse;
  private hasDestroyed = false;

  constructor(file: string) {
    this.file = file;
    [this.database, this.soleUse] = holdingSoleUse(file, () => openForWriting(keysFile(file)));
    this.database.exec('PRAGMA secure_delete = ON');
    this.database.exec(KEYS_APART);
  }

  perform(request: unknown): KeptKey {
    const asked = request as KeyRequest;
    switch (asked.kind) {
      case 'keep':
        return this.keep(asked.recordRef, asked.wrapped);
      case 'destroy':
        return this.destroy(asked.recordRef);
      case 'set-apart':
        return this.run('INSERT OR IGNORE INTO keys_apart VALUES (?)', asked.name);
      case 'give-back':
        return this.run('DELETE FROM keys_apart WHERE name = ?', asked.name);
      case 'check':
        return this.check(asked.wrapped);
    }
  }

  undone(): void {
    this.hasDestroyed = false;
  }

  committed(): void {
    if (!this.hasDestroyed) return;
    const checkpoint = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    // A reader in its way: the next commit tries again.
    this.hasDestroyed = checkpoint?.['busy'] !== 0;
  }

  close(): void {
    this.database.close();
    this.soleUse.release();
  }

  private keep(recordRef: string, wrapped: Uint8Array): KeptKey {
    this.database.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)').run(recordRef, wrapped);
    const row = this.database.prepare('SELECT wrapped FROM keys WHERE record_ref = ?').get(recordRef);
    return row as unknown as KeptKey;
  }

  private destroy(recordRef: string): KeptKey {
    this.database
      .prepare('INSERT INTO keys VALUES (?, NULL) ON CONFLICT (record_ref) DO UPDATE SET wrapped = NULL')
      .run(recordRef);
    this.hasDestroyed = true;
    return { wrapped: null };
  }

  private run(statement: string, name: string): KeptKey {
    this.database.prepare(statement).run(name);
    return { wrapped: null };
  }

  private check(wrapped: Uint8Array): KeptKey {
    this.database.prepare('INSERT OR IGNORE INTO master_check VALUES (1, ?)').run(wrapped);
    return this.database.prepare('SELECT wrapped FROM master_check').get() as unknown as KeptKey;
  }
}

export const openTasks = (options: unknown): WriteTasks => new KeyTasks((options as { file: string }).file);
