import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hkdfSync, randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateIf } from 'class-validator';
import { IbexError } from '@ibex/kernel';
import { parseConfig, readSecret } from '@ibex/runtime';
import type { LogLevel } from '@ibex/runtime';

const isProduction = (settings: ExchangeSettings): boolean => settings.NODE_ENV === 'production';

/** Settings of the exchange, each an environment variable. Production has no default for a secret. */
export class ExchangeSettings {
  @IsIn(['development', 'test', 'production'])
  readonly NODE_ENV: string = 'development';

  /** Folder of the stores and, outside production, of the development keys. */
  @IsString()
  readonly IBEX_HOME: string = 'var';

  @IsString()
  readonly IBEX_HOST: string = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly IBEX_PORT: number = 8033;

  /** GSS codes of the members, separated by commas; left out: the 33 London authorities. */
  @IsOptional()
  @IsString()
  readonly IBEX_MEMBERS?: string;

  /** File with 32 bytes in base64: wraps every record's key and keys the references. */
  @ValidateIf(isProduction)
  @IsString({ message: 'name the file that holds the master key' })
  readonly IBEX_MASTER_KEY_FILE?: string;

  /** File with the private JWK (Ed25519) that signs receipts. */
  @ValidateIf(isProduction)
  @IsString({ message: 'name the file that holds the key that signs receipts' })
  readonly IBEX_SIGNING_KEY_FILE?: string;

  /** JSON list of the token issuers that are trusted: [{ issuer, algorithm, keys, authorities }]. */
  @ValidateIf(isProduction)
  @IsString({ message: 'name the file that lists the trusted token issuers' })
  readonly IBEX_ISSUERS_FILE?: string;

  @IsIn(['error', 'warn', 'info', 'silent'])
  readonly IBEX_LOG_LEVEL: LogLevel = 'info';
}

export type ExchangeConfig = Readonly<{
  host: string;
  port: number;
  home: string;
  logLevel: LogLevel;
  members: readonly string[] | undefined;
  masterKey: Uint8Array;
  pseudonymKey: Uint8Array;
  signingKeyFile: string;
  /** undefined: the development issuer. */
  issuersFile: string | undefined;
  isProduction: boolean;
}>;

const KEY_BYTES = 32;

/** Development keys are made at first start; production names its own files. */
const keyMaterial = (
  settings: ExchangeSettings,
  home: string,
): Readonly<{ master: Buffer; signingKeyFile: string }> => {
  const folder = join(home, 'keys');
  const masterFile = settings.IBEX_MASTER_KEY_FILE ?? join(folder, 'master.key');
  if (!isProduction(settings)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(masterFile))
      writeFileSync(masterFile, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
  }
  const master = Buffer.from(readSecret('IBEX_MASTER_KEY_FILE', masterFile), 'base64');
  if (master.length !== KEY_BYTES)
    throw new IbexError('config/not-valid', 'IBEX_MASTER_KEY_FILE: the file must hold 32 bytes in base64');
  return { master, signingKeyFile: settings.IBEX_SIGNING_KEY_FILE ?? join(folder, 'receipts.jwk') };
};

/** Independent keys from the one secret (RFC 5869). */
const derived = (master: Buffer, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, '', purpose, KEY_BYTES));

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (): ExchangeConfig => {
  const settings = parseConfig(ExchangeSettings, process.env);
  const home = resolve(settings.IBEX_HOME);
  const { master, signingKeyFile } = keyMaterial(settings, home);
  return Object.freeze({
    host: settings.IBEX_HOST,
    port: settings.IBEX_PORT,
    home,
    logLevel: settings.IBEX_LOG_LEVEL,
    members: settings.IBEX_MEMBERS?.split(',').map((gss) => gss.trim()),
    masterKey: derived(master, 'ibex record keys'),
    pseudonymKey: derived(master, 'ibex references'),
    signingKeyFile,
    issuersFile: settings.IBEX_ISSUERS_FILE,
    isProduction: isProduction(settings),
  });
};
