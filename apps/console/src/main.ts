import 'reflect-metadata';
import { runServer } from '@ibex/runtime';
import { readConfig } from './config';
import { openConsole } from './console';

void runServer('console', async () => {
  const config = readConfig();
  const app = await openConsole(config);
  app.enableShutdownHooks();
  return { app, host: config.host, port: config.port };
});
