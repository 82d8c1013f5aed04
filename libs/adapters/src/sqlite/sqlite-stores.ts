import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Clock } from '@ibex/kernel';
import { SqliteAttempts } from './attempts/sqlite-attempts';
import { SqliteCursors } from './cursors/sqlite-cursors';
import { orUnavailable } from './engine/unavailable';
import { SqliteFeedMemories } from './feeds/sqlite-feed-memories';
import { SqliteKeptThings } from './kept/sqlite-kept-things';
import { SqliteEventStore } from './log/sqlite-event-store';
import { SqliteMailbox } from './mailbox/sqlite-mailbox';
import { SqlitePostcodes } from './postcodes/sqlite-postcodes';
import { SqliteKeyVault } from './vault/sqlite-key-vault';
import { readDbOver } from './views/read-dialect';
import { SqliteReadModels } from './views/sqlite-read-models';
import { ViewsFile } from './views/views-file';

export type SqliteOptions = Readonly<{
  /** Made when it is not there. */
  folder: string;
  /** 32 bytes that wrap every record's key. */
  masterKey: Uint8Array;
  clock?: Clock;
}>;

type Closable = Readonly<{ close(): Promise<void> }>;

/** Every embedded store of one folder, opened and closed together. */
export class SqliteStores {
  readonly readModels: SqliteReadModels;
  readonly mailbox: SqliteMailbox;
  readonly cursors: SqliteCursors;
  readonly attempts: SqliteAttempts;
  readonly feedMemories: SqliteFeedMemories;
  readonly keptThings: SqliteKeptThings;
  readonly readDb: Kysely<Record<string, unknown>>;

  private constructor(
    readonly eventStore: SqliteEventStore,
    readonly keyVault: SqliteKeyVault,
    readonly postcodes: SqlitePostcodes,
    views: Readonly<{ file: ViewsFile; clock: Clock | undefined }>,
  ) {
    this.readModels = new SqliteReadModels(views.file);
    this.mailbox = new SqliteMailbox(views.file, views.clock);
    this.cursors = new SqliteCursors(views.file);
    this.attempts = new SqliteAttempts(views.file);
    this.feedMemories = new SqliteFeedMemories(views.file);
    this.keptThings = new SqliteKeptThings(views.file);
    this.readDb = readDbOver(views.file);
  }

  /** Throws StoreUnavailable or IbexError `vault/…`; what had been opened is closed again. */
  static async open({ folder, masterKey, clock }: SqliteOptions): Promise<SqliteStores> {
    orUnavailable(folder, () => mkdirSync(folder, { recursive: true }));
    const opened: Closable[] = [];
    const keep = async <T extends Closable>(opening: Promise<T>): Promise<T> => {
      const store = await opening;
      opened.push(store);
      return store;
    };
    try {
      const log = join(folder, 'log.sqlite');
      const eventStore = await keep(SqliteEventStore.open(log, 'has a neighbour'));
      const keyVault = await keep(SqliteKeyVault.open({ file: join(folder, 'keys.sqlite'), masterKey }));
      const postcodes = new SqlitePostcodes(join(folder, 'postcodes.sqlite'));
      const file = await ViewsFile.open(join(folder, 'views.sqlite'), log);
      return new SqliteStores(eventStore, keyVault, postcodes, { file, clock });
    } catch (error) {
      for (const store of opened.reverse()) await store.close();
      throw error;
    }
  }

  /** Readers of the log first, so that nothing is answered from a closed store. Idempotent. */
  async close(): Promise<void> {
    await this.mailbox.close();
    await this.cursors.close();
    await this.attempts.close();
    await this.feedMemories.close();
    await this.keptThings.close();
    await this.readModels.close();
    await this.postcodes.close();
    await this.eventStore.close();
    await this.keyVault.close();
  }
}
