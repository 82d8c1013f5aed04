import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, FactoryProvider, OnApplicationShutdown } from '@nestjs/common';
import {
  ATTEMPTS,
  CURSORS,
  FEED_MEMORIES,
  KEY_VAULT,
  LEASES,
  MAILBOX,
  MAILBOX_LENS,
  POSTCODES,
  READ_DB,
  READ_MODELS,
  READER_CONTEXT,
} from '@ibex/kernel';
import type { MailboxLens, ReaderContext } from '@ibex/kernel';
import { PostgresStores } from './postgres-stores';
import type { PostgresOptions } from './postgres-stores';

const provide = (token: symbol, pick: (stores: PostgresStores) => unknown): FactoryProvider => ({
  provide: token,
  inject: [PostgresStores],
  useFactory: pick,
});

/** The stores of a shared database behind every port but the log, opened before anything else and closed after it. */
@Module({})
export class PostgresModule implements OnApplicationShutdown {
  constructor(@Inject(PostgresStores) private readonly stores: PostgresStores) {}

  /** On whose behalf a call runs is told by READER_CONTEXT where a module provides it. */
  static with(options: PostgresOptions): DynamicModule {
    const ports = [
      provide(READ_MODELS, (stores) => stores.readModels),
      provide(READ_DB, (stores) => stores.readDb),
      {
        provide: MAILBOX,
        inject: [PostgresStores, { token: MAILBOX_LENS, optional: true }],
        useFactory: ({ mailbox }: PostgresStores, lens?: MailboxLens) => lens?.over(mailbox) ?? mailbox,
      },
      provide(KEY_VAULT, (stores) => stores.keyVault),
      provide(POSTCODES, (stores) => stores.postcodes),
      provide(CURSORS, (stores) => stores.cursors),
      provide(LEASES, (stores) => stores.leases),
      provide(ATTEMPTS, (stores) => stores.attempts),
      provide(FEED_MEMORIES, (stores) => stores.feedMemories),
    ];
    const stores: FactoryProvider = {
      provide: PostgresStores,
      inject: [{ token: READER_CONTEXT, optional: true }],
      useFactory: (reader?: ReaderContext) =>
        PostgresStores.open({ ...(reader === undefined ? {} : { reader }), ...options }),
    };
    return {
      module: PostgresModule,
      global: true,
      providers: [stores, ...ports],
      exports: ports.map((port) => port.provide),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stores.close();
  }
}
