import { hkdfSync } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { LogLevel } from '../logging/create-log';
import { toDutyConfig } from './duty.settings';
import type { DutyConfig } from './duty.settings';
import { toGatheringConfig } from './gathering.settings';
import type { GatheringConfig } from './gathering.settings';
import { toAccessConfig } from './access.settings';
import type { AccessConfig } from './access.settings';
import { toLifeConfig } from './life.settings';
import type { LifeConfig } from './life.settings';
import { toReceiversConfig } from './receivers.settings';
import type { ReceiversConfig } from './receivers.settings';
import { KEY_BYTES, makeKeyFile, readKeyFile } from './key-file';
import type { ServerSettings } from './server.settings';

export type ServerConfig = Readonly<{
  host: string;
  port: number;
  metricsPort: number | undefined;
  home: string;
  logLevel: LogLevel;
  otlpEndpoint: string | undefined;
  members: readonly string[] | undefined;
  masterKey: Uint8Array;
  pseudonymKey: Uint8Array;
  signingKeyFile: string;
  /** undefined: the development issuer, whose key lies in `developmentKeys`. */
  issuersFile: string | undefined;
  developmentKeys: string;
  isProduction: boolean;
  duties: DutyConfig;
  life: LifeConfig;
  receivers: ReceiversConfig;
  /** Left out: four hours, and a quarter of an hour. */
  access?: AccessConfig;
  /** Left out: neither digests nor files. */
  gathering?: GatheringConfig;
}>;

/** Independent keys from the one secret (RFC 5869). */
const derived = (master: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, '', purpose, KEY_BYTES));

/** What every server needs to know. Outside production keys that are not named are made at first start. */
export const toServerConfig = (settings: ServerSettings, usualPort: number): ServerConfig => {
  const home = resolve(settings.IBEX_HOME);
  const developmentKeys = join(home, 'keys');
  const isProduction = settings.NODE_ENV === 'production';
  const masterFile = settings.IBEX_MASTER_KEY_FILE ?? join(developmentKeys, 'master.key');
  if (!isProduction) makeKeyFile(masterFile);
  const master = readKeyFile('IBEX_MASTER_KEY_FILE', masterFile);
  return {
    host: settings.IBEX_HOST,
    port: settings.IBEX_PORT ?? usualPort,
    metricsPort: settings.IBEX_METRICS_PORT,
    home,
    logLevel: settings.IBEX_LOG_LEVEL,
    otlpEndpoint: settings.IBEX_OTLP_ENDPOINT,
    members: settings.IBEX_MEMBERS?.split(',').map((gss) => gss.trim()),
    masterKey: derived(master, 'ibex record keys'),
    pseudonymKey: derived(master, 'ibex references'),
    signingKeyFile: settings.IBEX_SIGNING_KEY_FILE ?? join(developmentKeys, 'receipts.jwk'),
    issuersFile: settings.IBEX_ISSUERS_FILE,
    developmentKeys,
    isProduction,
    duties: toDutyConfig(settings),
    life: toLifeConfig(settings),
    receivers: toReceiversConfig(settings),
    access: toAccessConfig(settings),
    gathering: toGatheringConfig(settings),
  };
};
