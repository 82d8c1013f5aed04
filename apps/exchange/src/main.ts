import 'reflect-metadata';
import { loadKeys } from '@ibex/adapters/jose';
import { SystemClock, appOptionsOf, createHttpApp, runServer } from '@ibex/runtime';
import { ExchangeModule } from './app.module';
import { readConfig } from './config';
import { publishContracts } from './contracts';

void runServer('exchange', async () => {
  const config = readConfig();
  const { host, port } = config;
  const keys = await loadKeys(config, new SystemClock());
  const app = await createHttpApp(ExchangeModule.forRoot(config, keys), appOptionsOf(config, 'exchange'));
  publishContracts(app);
  return { app, host, port };
});
