import 'reflect-metadata';
import { loadKeys } from '@ibex/adapters/jose';
import { SystemClock, appOptionsOf, createHttpApp, runServer } from '@ibex/runtime';
import { ExchangeModule } from './app.module';
import { readConfig } from './config';
import { publishContracts } from './contracts';
import { mountConsole } from './mount-console';

void runServer('exchange', async () => {
  const config = readConfig();
  const { server } = config;
  const keys = await loadKeys(server, new SystemClock());
  const app = await createHttpApp(ExchangeModule.forRoot(server, keys), appOptionsOf(server, 'exchange'));
  publishContracts(app);
  if (config.pages.isOn) mountConsole(app, config);
  return { app, host: server.host, port: server.port };
});
