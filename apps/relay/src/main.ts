import 'reflect-metadata';
import { loadKeys } from '@ibex/adapters/jose';
import { SystemClock, appOptionsOf, createHttpApp, runServer } from '@ibex/runtime';
import { AppModule } from './app.module';
import { readConfig } from './config';

void runServer('relay', async () => {
  const config = readConfig();
  const { host, port } = config.server;
  const keys = await loadKeys(config.server, new SystemClock());
  const app = await createHttpApp(AppModule.forRoot(config, keys), appOptionsOf(config.server, 'relay'));
  return { app, host, port };
});
