import { randomBytes } from 'node:crypto';
import { IbexError, KeyDestroyed, StoreUnavailable } from '@ibex/kernel';
import type { KeyVault } from '@ibex/kernel';
import type { Database } from '../engine/database';
import { KeyRows } from './key-rows';
import type { KeptKey } from './key-rows';
import { KeyWrap } from './key-wrap';
import { KeysApart } from './keys-apart';
import { RecentKeys } from './recent-keys';

const MASTER_CHECK = 'master-check';
const DESTROYED_CHANNEL = 'ibex_key_destroyed';

/** One key per record, apart from the log: whoever has the log alone can read nothing personal. */
export class PostgresKeyVault implements KeyVault {
  private readonly recent = new RecentKeys();
  private readonly making = new Map<string, Promise<Uint8Array>>();
  private readonly destroyed = new Set<string>();
  private readonly database: Database;
  private readonly rows: KeyRows;
  private readonly apart: KeysApart;
  private readonly hear = (recordRef: string): void => this.recent.forget(recordRef);
  private closed = false;

  private constructor(
    database: Database,
    private readonly wrap: KeyWrap,
  ) {
    this.database = database.join();
    this.rows = new KeyRows(database);
    this.apart = new KeysApart(database);
    database.listener.on(DESTROYED_CHANNEL, this.hear);
    // a destruction may have gone unheard
    database.listener.onGap(() => this.recent.clear());
  }

  /** Throws StoreUnavailable, or IbexError `vault/wrong-master-key` when another master key wrapped what is there. */
  static async open(database: Database, masterKey: Uint8Array): Promise<PostgresKeyVault> {
    const wrap = new KeyWrap(masterKey);
    await refuseOtherMaster(database, wrap);
    return new PostgresKeyVault(database, wrap);
  }

  async keyFor(recordRef: string): Promise<Uint8Array> {
    this.refuseClosed();
    const known = await this.lookUp(recordRef);
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

  async findKey(recordRef: string): Promise<Uint8Array | undefined> {
    return (await this.isApart(recordRef)) ? undefined : this.findKept(recordRef);
  }

  async findKept(name: string): Promise<Uint8Array | undefined> {
    this.refuseClosed();
    return (await this.lookUp(name)) ?? undefined;
  }

  async isApart(name: string): Promise<boolean> {
    this.refuseClosed();
    return this.apart.has(name);
  }

  async setApart(name: string): Promise<void> {
    this.refuseClosed();
    await this.apart.add(name);
  }

  async giveBack(name: string): Promise<void> {
    this.refuseClosed();
    await this.apart.delete(name);
  }

  async destroy(recordRef: string): Promise<void> {
    this.refuseClosed();
    // Forgotten first: nothing may be sealed under the key while its destruction is under way.
    this.destroyed.add(recordRef);
    this.recent.forget(recordRef);
    try {
      await this.database.run(
        `WITH gone AS (
           INSERT INTO keys (record_ref, wrapped) VALUES ($1, NULL)
           ON CONFLICT (record_ref) DO UPDATE SET wrapped = NULL
         ) SELECT pg_notify('${DESTROYED_CHANNEL}', $1)`,
        [recordRef],
      );
    } finally {
      this.destroyed.delete(recordRef);
      this.recent.forget(recordRef);
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.recent.clear();
    this.apart.close();
    this.database.listener.off(DESTROYED_CHANNEL, this.hear);
    await this.database.leave();
  }

  /** The key; null when it was destroyed, undefined when there is none yet. */
  private async lookUp(recordRef: string): Promise<Uint8Array | null | undefined> {
    if (this.destroyed.has(recordRef)) return null;
    const recent = this.recent.get(recordRef);
    if (recent) return recent;
    const { age } = this.recent;
    const row = await this.rows.find(recordRef);
    return row && this.open(recordRef, row, age);
  }

  private async make(recordRef: string): Promise<Uint8Array> {
    const { age } = this.recent;
    const wrapped = this.wrap.wrap(recordRef, randomBytes(32));
    // the row of whoever was first, whole: also one that another process puts in at this moment
    const [row] = await this.database.run<KeptKey>(
      `INSERT INTO keys AS k (record_ref, wrapped) VALUES ($1, $2)
       ON CONFLICT (record_ref) DO UPDATE SET wrapped = k.wrapped RETURNING wrapped`,
      [recordRef, wrapped],
    );
    const key = this.open(recordRef, row ?? { wrapped: null }, age);
    if (key === null || this.destroyed.has(recordRef)) throw new KeyDestroyed(recordRef);
    return key;
  }

  private open(recordRef: string, { wrapped }: KeptKey, age: number): Uint8Array | null {
    if (wrapped === null) return null;
    const key = this.wrap.unwrap(recordRef, wrapped);
    const isFresh = age === this.recent.age && !this.destroyed.has(recordRef);
    // without a connection that hears of destructions, nothing is remembered
    if (isFresh && this.database.listener.isHearing) this.recent.keep(recordRef, key);
    return key;
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable('store/closed', `${this.database.place.name}: the key vault is closed`);
  }
}

const refuseOtherMaster = async (database: Database, wrap: KeyWrap): Promise<void> => {
  const check = wrap.wrap(MASTER_CHECK, randomBytes(32));
  const [kept] = await database.run<KeptKey>(
    `INSERT INTO master_check AS m (one, wrapped) VALUES (1, $1)
     ON CONFLICT (one) DO UPDATE SET wrapped = m.wrapped RETURNING wrapped`,
    [check],
  );
  try {
    wrap.unwrap(MASTER_CHECK, kept?.wrapped ?? new Uint8Array());
  } catch (error) {
    const { setting, name } = database.place;
    throw new IbexError(
      'vault/wrong-master-key',
      `${setting} (${name}): another master key wrapped these keys; start with that one`,
      { cause: error },
    );
  }
};
