import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DevelopmentIssuer, loadOrCreateSigningKey, loadSigningKey } from '@ibex/adapters/jose';
import type { TrustedIssuer } from '@ibex/adapters/jose';
import { IbexError } from '@ibex/kernel';
import { SystemClock, createHttpApp, createLog } from '@ibex/runtime';
import { ExchangeModule } from './app.module';
import type { ExchangeKeys } from './app.module';
import { readConfig } from './config';
import type { ExchangeConfig } from './config';
import { publishContracts } from './contracts';

const trustedIssuers = async (config: ExchangeConfig): Promise<readonly TrustedIssuer[]> => {
  if (config.issuersFile !== undefined)
    return JSON.parse(readFileSync(config.issuersFile, 'utf8')) as readonly TrustedIssuer[];
  const key = await loadOrCreateSigningKey(join(config.home, 'keys', 'development-issuer.jwk'));
  return [new DevelopmentIssuer({ key, clock: new SystemClock(), production: config.isProduction }).trusted];
};

const loadKeys = async (config: ExchangeConfig): Promise<ExchangeKeys> => ({
  issuers: await trustedIssuers(config),
  signingKey: await (config.isProduction ? loadSigningKey : loadOrCreateSigningKey)(config.signingKeyFile),
});

const serve = async (): Promise<void> => {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const app = await createHttpApp(ExchangeModule.forRoot(config, await loadKeys(config)), { log });
  publishContracts(app);
  await app.listen(config.port, config.host);
  process.stdout.write(`IBEX exchange ready at ${await app.getUrl()}\n`);
};

serve().catch((fault: unknown) => {
  const known = fault instanceof IbexError ? `${fault.code}: ${fault.message}` : undefined;
  process.stderr.write(
    `The exchange could not start. ${known ?? String(fault instanceof Error ? fault.stack : fault)}\n`,
  );
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 2_000).unref();
});
