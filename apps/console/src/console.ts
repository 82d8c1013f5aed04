import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { logoutTokensByDiscovery } from '@ibex/adapters/jose';
import { openIdProviders, parseProviders } from '@ibex/adapters/oidc';
import { PostgresKeptThings } from '@ibex/adapters/postgres';
import { SqliteKeptThings } from '@ibex/adapters/sqlite';
import { ConsoleSettings, createConsole } from '@ibex/console';
import type { Clock, KeptThings, SignInProvider } from '@ibex/kernel';
import { SystemClock, addAnswerLog, createLog, readSecret } from '@ibex/runtime';
import type { AppConfig } from './config';
import { Management } from './management';

const thingsOf = ({ postgres, home }: AppConfig): Promise<KeptThings> => {
  if (postgres) return PostgresKeptThings.open(postgres);
  mkdirSync(home, { recursive: true });
  return SqliteKeptThings.open(join(home, 'console.sqlite'));
};

const providersOf = (
  { pages, isProduction: production }: AppConfig,
  clock: Clock,
): readonly SignInProvider[] => {
  if (pages.signInFile === undefined) return [];
  return openIdProviders(parseProviders(readFileSync(pages.signInFile, 'utf8')), {
    ...{ clock, production },
    secretIn: (file) => readSecret('clientSecretFile', file),
    logoutTokensOf: logoutTokensByDiscovery({ clock, production }),
  });
};

/** The console by itself: pages for people, the exchange wherever it is. */
export const openConsole = async (config: AppConfig): Promise<NestFastifyApplication> => {
  const { exchangeUrl, publicUrl, pages, isProduction: production, key } = config;
  const clock = new SystemClock();
  const log = createLog(config.logLevel);
  // before the store is opened, which would stay open where the list is not right
  const providers = providersOf(config, clock);
  const things = await thingsOf(config);
  const settings = new ConsoleSettings({ exchangeUrl, publicUrl, production, times: pages.times });
  const management = new Management(things, clock);
  const app = await createConsole({
    ...{ settings, key, things, clock, log, providers },
    beside: (server) => {
      addAnswerLog(server, log);
      management.addTo(server, config);
      server.get('/', (_request, reply) => reply.redirect('/console', 303));
      server.addHook('onClose', () => things.close());
    },
  });
  await management.listen(config);
  return app;
};
