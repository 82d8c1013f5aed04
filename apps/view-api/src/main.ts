import 'reflect-metadata';
import { loadKeys } from '@ibex/adapters/jose';
import { SystemClock, appOptionsOf, createHttpApp, runServer } from '@ibex/runtime';
import { AppModule } from './app.module';
import { readConfig } from './config';
import { publishContracts } from './contracts';

void runServer('view-api', async () => {
  const config = readConfig();
  const { host, port } = config.server;
  const keys = await loadKeys(config.server, new SystemClock());
  const app = await createHttpApp(AppModule.forRoot(config, keys), appOptionsOf(config.server, 'view-api'));
  publishContracts(app);
  return { app, host, port };
});
