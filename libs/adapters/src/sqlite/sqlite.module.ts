import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider, OnApplicationShutdown } from '@nestjs/common';
import {
  ATTEMPTS,
  CURSORS,
  EVENT_STORE,
  FEED_MEMORIES,
  KEPT_THINGS,
  KEY_VAULT,
  MAILBOX,
  MAILBOX_LENS,
  POSTCODES,
  READ_DB,
  READ_MODELS,
} from '@ibex/kernel';
import type { MailboxLens } from '@ibex/kernel';
import { SqliteStores } from './sqlite-stores';
import type { SqliteOptions } from './sqlite-stores';

const provide = (token: symbol, pick: (stores: SqliteStores) => unknown): FactoryProvider => ({
  provide: token,
  inject: [SqliteStores],
  useFactory: pick,
});

/** The embedded stores behind every port, opened before anything else and closed after everything else. */
@Module({})
export class SqliteModule implements OnApplicationShutdown {
  constructor(@Inject(SqliteStores) private readonly stores: SqliteStores) {}

  static forFolder(options: SqliteOptions): DynamicModule {
    const ports = [
      provide(EVENT_STORE, (stores) => stores.eventStore),
      provide(READ_MODELS, (stores) => stores.readModels),
      provide(READ_DB, (stores) => stores.readDb),
      {
        provide: MAILBOX,
        inject: [SqliteStores, { token: MAILBOX_LENS, optional: true }],
        useFactory: ({ mailbox }: SqliteStores, lens?: MailboxLens) => lens?.over(mailbox) ?? mailbox,
      },
      provide(CURSORS, (stores) => stores.cursors),
      provide(ATTEMPTS, (stores) => stores.attempts),
      provide(FEED_MEMORIES, (stores) => stores.feedMemories),
      provide(KEPT_THINGS, (stores) => stores.keptThings),
      provide(KEY_VAULT, (stores) => stores.keyVault),
      provide(POSTCODES, (stores) => stores.postcodes),
    ];
    return {
      module: SqliteModule,
      global: true,
      providers: [{ provide: SqliteStores, useFactory: () => SqliteStores.open(options) }, ...ports],
      exports: ports.map((port) => port.provide),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stores.close();
  }
}
