import type { Kysely } from 'kysely';
import type { Clock } from '@ibex/kernel';
import { Database } from './engine/database';
import type { ConnectionOptions } from './engine/options';
import { layOut } from './layout/lay-out';
import { PostgresMailbox } from './mailbox/postgres-mailbox';
import { PostgresPostcodes } from './postcodes/postgres-postcodes';
import { PostgresKeyVault } from './vault/postgres-key-vault';
import { PostgresReadModels } from './views/postgres-read-models';
import { readDbOver } from './views/read-dialect';
import { PostgresAttempts } from './work/postgres-attempts';
import { PostgresCursors } from './work/postgres-cursors';
import { PostgresFeedMemories } from './work/postgres-feed-memories';
import { PostgresLeases } from './work/postgres-leases';

export type PostgresOptions = ConnectionOptions &
  Readonly<{
    /** 32 bytes that wrap every record's key. */
    masterKey: Uint8Array;
    clock?: Clock;
  }>;

/** Every store of one PostgreSQL database, opened and closed together. */
export class PostgresStores {
  readonly readModels: PostgresReadModels;
  readonly readDb: Kysely<Record<string, unknown>>;
  readonly mailbox: PostgresMailbox;
  readonly postcodes: PostgresPostcodes;
  readonly cursors: PostgresCursors;
  readonly leases: PostgresLeases;
  readonly attempts: PostgresAttempts;
  readonly feedMemories: PostgresFeedMemories;

  private constructor(
    database: Database,
    readonly keyVault: PostgresKeyVault,
    clock: Clock | undefined,
  ) {
    this.readModels = new PostgresReadModels(database);
    this.readDb = readDbOver(database);
    this.mailbox = new PostgresMailbox(database, clock);
    this.postcodes = new PostgresPostcodes(database);
    this.cursors = new PostgresCursors(database);
    this.leases = new PostgresLeases(database);
    this.attempts = new PostgresAttempts(database);
    this.feedMemories = new PostgresFeedMemories(database);
  }

  /** Brings the database to this program's layout first. Throws StoreUnavailable or IbexError `vault/…`. */
  static async open({ masterKey, clock, ...connection }: PostgresOptions): Promise<PostgresStores> {
    const database = new Database(connection).join();
    try {
      await layOut(database.settings);
      const keyVault = await PostgresKeyVault.open(database, masterKey);
      const stores = new PostgresStores(database, keyVault, clock);
      await database.listener.ready();
      return stores;
    } finally {
      // from here on its ports keep it open; without any it closes
      await database.leave();
    }
  }

  /** Idempotent. */
  async close(): Promise<void> {
    await this.mailbox.close();
    await this.readModels.close();
    await this.postcodes.close();
    await this.cursors.close();
    await this.leases.close();
    await this.attempts.close();
    await this.feedMemories.close();
    await this.keyVault.close();
  }
}
