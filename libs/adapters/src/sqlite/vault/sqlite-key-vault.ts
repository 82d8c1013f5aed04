import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { IbexError, KeyDestroyed, StoreUnavailable } from '@ibex/kernel';
import type { KeyVault } from '@ibex/kernel';
import { openForReading } from '../engine/database-file';
import { orUnavailable } from '../engine/unavailable';
import { WriteThread } from '../engine/write-thread';
import { KeyWrap } from './key-wrap';
import { keysFile } from './keys-file';
import type { KeptKey, KeyRequest } from './keys-file';
import { RecentKeys } from './recent-keys';

const MASTER_CHECK = 'master-check';

export type KeyVaultOptions = Readonly<{ file: string; masterKey: Uint8Array }>;
type Opened = Readonly<{ file: string; wrap: KeyWrap; writer: WriteThread }>;

/** One key per record in a file apart from the log: whoever has the log alone can read nothing personal. */
export class SqliteKeyVault implements KeyVault {
  private readonly recent = new RecentKeys();
  private readonly making = new Map<string, Promise<Uint8Array>>();
  private readonly destroyed = new Set<string>();
  private readonly reader: DatabaseSync;
  private readonly select: StatementSync;
  /** All of them: this process alone writes the file, and few are kept apart. */
  private readonly apart: Set<string>;
  private closed = false;

  private constructor(private readonly opened: Opened) {
    this.reader = openForReading(keysFile(opened.file));
    this.select = this.reader.prepare('SELECT wrapped FROM keys WHERE record_ref = ?');
    const apart = this.reader.prepare('SELECT name FROM keys_apart').all();
    this.apart = new Set(apart.map(({ name }) => String(name)));
  }

  /** Throws StoreUnavailable, or IbexError `vault/wrong-master-key` when another master key made the file. */
  static async open({ file, masterKey }: KeyVaultOptions): Promise<SqliteKeyVault> {
    const wrap = new KeyWrap(masterKey);
    const writer = await WriteThread.start(join(__dirname, 'keys.tasks'), { file });
    try {
      await SqliteKeyVault.refuseOtherMaster({ file, wrap, writer });
      return orUnavailable(file, () => new SqliteKeyVault({ file, wrap, writer }));
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  async keyFor(recordRef: string): Promise<Uint8Array> {
    this.refuseClosed();
    const known = this.lookUp(recordRef);
    if (known === null) throw new KeyDestroyed(recordRef);
    if (known) return known;
    const making = this.making.get(recordRef) ?? this.make(recordRef);
    this.making.set(recordRef, making);
    try {
      return await making;
    } finally {
      this.making.delete(recordRef);
    }
  }

  findKey(recordRef: string): Promise<Uint8Array | undefined> {
    return this.apart.has(recordRef) ? this.answer(() => undefined) : this.findKept(recordRef);
  }

  findKept(name: string): Promise<Uint8Array | undefined> {
    return this.answer(() => this.lookUp(name) ?? undefined);
  }

  isApart(name: string): Promise<boolean> {
    return this.answer(() => this.apart.has(name));
  }

  async setApart(name: string): Promise<void> {
    this.refuseClosed();
    // first here, so that nobody reads with it while it is written down
    this.apart.add(name);
    await this.perform({ kind: 'set-apart', name });
  }

  async giveBack(name: string): Promise<void> {
    this.refuseClosed();
    await this.perform({ kind: 'give-back', name });
    this.apart.delete(name);
  }

  async destroy(recordRef: string): Promise<void> {
    this.refuseClosed();
    // Forgotten first: nothing may be sealed under the key while its destruction is under way.
    this.destroyed.add(recordRef);
    this.recent.forget(recordRef);
    try {
      await this.perform({ kind: 'destroy', recordRef });
    } finally {
      this.destroyed.delete(recordRef);
      this.recent.forget(recordRef);
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.recent.clear();
    this.reader.close();
    await this.opened.writer.close();
  }

  private static async refuseOtherMaster({ file, wrap, writer }: Opened): Promise<void> {
    const check: KeyRequest = { kind: 'check', wrapped: wrap.wrap(MASTER_CHECK, randomBytes(32)) };
    const kept = await writer.perform<KeptKey>(check);
    try {
      wrap.unwrap(MASTER_CHECK, kept.wrapped ?? new Uint8Array());
    } catch (error) {
      throw new IbexError(
        'vault/wrong-master-key',
        `${file}: another master key made this file; start with that one`,
        { cause: error },
      );
    }
  }

  /** The key; null when it was destroyed, undefined when there is none yet. */
  private lookUp(recordRef: string): Uint8Array | null | undefined {
    if (this.destroyed.has(recordRef)) return null;
    const recent = this.recent.get(recordRef);
    if (recent) return recent;
    const row = orUnavailable(this.opened.file, () => this.select.get(recordRef)) as KeptKey | undefined;
    return row && this.open(recordRef, row);
  }

  private async make(recordRef: string): Promise<Uint8Array> {
    const wrapped = this.opened.wrap.wrap(recordRef, randomBytes(32));
    const key = this.open(recordRef, await this.perform({ kind: 'keep', recordRef, wrapped }));
    if (key === null || this.destroyed.has(recordRef)) throw new KeyDestroyed(recordRef);
    return key;
  }

  private open(recordRef: string, { wrapped }: KeptKey): Uint8Array | null {
    if (wrapped === null) return null;
    const key = this.opened.wrap.unwrap(recordRef, wrapped);
    if (!this.destroyed.has(recordRef)) this.recent.keep(recordRef, key);
    return key;
  }

  private answer<T>(look: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.refuseClosed();
      resolve(look());
    });
  }

  private perform(request: KeyRequest): Promise<KeptKey> {
    return this.opened.writer.perform<KeptKey>(request);
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.opened.file}: the key vault is closed`);
  }
}
