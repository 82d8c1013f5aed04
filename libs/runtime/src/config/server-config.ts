import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hkdfSync, randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { IbexError } from '@ibex/kernel';
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
import { readSecret } from './parse-config';
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

const KEY_BYTES = 32;

/** Several apps may start at once on one machine: whoever is first makes the key. */
const makeKeyFile = (folder: string, file: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(file)) return;
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
};

const readMasterKey = (file: string): Buffer => {
  const master = Buffer.from(readSecret('IBEX_MASTER_KEY_FILE', file), 'base64');
  if (master.length === KEY_BYTES) return master;
  throw new IbexError('config/not-valid', 'IBEX_MASTER_KEY_FILE: the file must hold 32 bytes in base64');
};

/** Independent keys from the one secret (RFC 5869). */
const derived = (master: Buffer, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, '', purpose, KEY_BYTES));

/** What every server needs to know. Outside production keys that are not named are made at first start. */
export const toServerConfig = (settings: ServerSettings, usualPort: number): ServerConfig => {
  const home = resolve(settings.IBEX_HOME);
  const developmentKeys = join(home, 'keys');
  const isProduction = settings.NODE_ENV === 'production';
  const masterFile = settings.IBEX_MASTER_KEY_FILE ?? join(developmentKeys, 'master.key');
  if (!isProduction) makeKeyFile(developmentKeys, masterFile);
  const master = readMasterKey(masterFile);
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
