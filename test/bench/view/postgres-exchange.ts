import 'reflect-metadata';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { loadKeys } from '@ibex/adapters/jose';
import { PostgresModule } from '@ibex/adapters/postgres';
import { SqliteEventStore, SqliteModule } from '@ibex/adapters/sqlite';
import { EVENT_STORE } from '@ibex/kernel';
import { SystemClock, appOptionsOf, createHttpApp, runServer } from '@ibex/runtime';
import { ExchangeModule } from '../../../apps/exchange/src/app.module';
import { publishContracts } from '../../../apps/exchange/src/contracts';
import { configOf } from './home';

/** The log of the folder, for an exchange whose other stores are elsewhere. */
@Module({})
class LogAlone {
  static of(folder: string): DynamicModule {
    const log = { provide: EVENT_STORE, useFactory: () => SqliteEventStore.open(join(folder, 'log.sqlite')) };
    return { module: LogAlone, global: true, providers: [log], exports: [EVENT_STORE] };
  }
}

const isEmbedded = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && 'module' in part && part.module === SqliteModule;

/**
 * The exchange with every store but the log on PostgreSQL: views, mailboxes, keys. What is measured is reading from
 * that database beside writing to it; the log is the embedded one, since no EventStoreDB is to be had.
 */
const [folder, url] = [process.env['IBEX_HOME'] ?? '', process.env['IBEX_BENCH_POSTGRES'] ?? ''];
void runServer('exchange', async () => {
  const config = configOf(folder, process.env);
  const whole = ExchangeModule.forRoot(config, await loadKeys(config, new SystemClock()));
  const imports = (whole.imports ?? []).flatMap((part) =>
    isEmbedded(part)
      ? [LogAlone.of(folder), PostgresModule.with({ url, masterKey: config.masterKey })]
      : [part],
  );
  const app = await createHttpApp({ ...whole, imports }, appOptionsOf(config, 'exchange'));
  publishContracts(app);
  return { app, host: config.host, port: 0 };
});
