import { join, resolve } from 'node:path';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, ValidateIf } from 'class-validator';
import {
  ConsoleEnvironment,
  makeKeyFile,
  parseConfig,
  readKeyFile,
  toConsoleConfig,
  toPostgresPlace,
} from '@ibex/runtime';
import type { ConsoleConfig, LogLevel, PostgresPlace } from '@ibex/runtime';

const USUAL_PORT = 8037;
const MOST = 65_535;
const isProduction = (settings: ConsoleAppSettings): boolean => settings.NODE_ENV === 'production';
const URL_RULES = { require_tld: false, require_protocol: true, protocols: ['https', 'http'] };

/** Settings of a console that runs alone; those that it shares with the other apps mean the same as there. */
class ConsoleAppSettings extends ConsoleEnvironment {
  @IsIn(['development', 'test', 'production'])
  readonly NODE_ENV: string = 'development';

  @IsString()
  readonly IBEX_HOME: string = 'var';

  @IsString()
  readonly IBEX_HOST: string = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(MOST)
  readonly IBEX_PORT: number = USUAL_PORT;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  readonly IBEX_METRICS_PORT?: number;

  @IsIn(['error', 'warn', 'info', 'silent'])
  readonly IBEX_LOG_LEVEL: LogLevel = 'info';

  @ValidateIf(isProduction)
  @IsUrl(URL_RULES, {
    message: 'give the address that people reach the console by, such as https://ibex.example',
  })
  readonly IBEX_PUBLIC_URL?: string;

  /** Address of the exchange’s HTTP API: https, or http on this machine. */
  @IsUrl(URL_RULES, { message: 'give the address of the exchange, such as https://ibex.example' })
  readonly IBEX_CONSOLE_EXCHANGE: string = 'http://127.0.0.1:8033';

  /** File with 32 bytes in base64 that seal sessions and drafts; the same for every console on one database. */
  @ValidateIf(isProduction)
  @IsString({ message: 'name the file that holds the key of the console' })
  readonly IBEX_CONSOLE_KEY_FILE?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_POSTGRES?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_POSTGRES_PASSWORD_FILE?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_POSTGRES_CA_FILE?: string;
}

export type AppConfig = Readonly<{
  host: string;
  port: number;
  /** Left out: health on `port`, and no measures. */
  metricsPort: number | undefined;
  home: string;
  logLevel: LogLevel;
  isProduction: boolean;
  publicUrl: string | undefined;
  exchangeUrl: string;
  key: Uint8Array;
  /** Left out: a file in `home`, for one console alone. */
  postgres: PostgresPlace | undefined;
  pages: ConsoleConfig;
}>;

const keyOf = (settings: Readonly<ConsoleAppSettings>, home: string): Uint8Array => {
  const file = settings.IBEX_CONSOLE_KEY_FILE ?? join(home, 'keys', 'console.key');
  if (!isProduction(settings)) makeKeyFile(file);
  return readKeyFile('IBEX_CONSOLE_KEY_FILE', file);
};

const postgresOf = (settings: Readonly<ConsoleAppSettings>): PostgresPlace | undefined => {
  const { IBEX_POSTGRES, IBEX_POSTGRES_PASSWORD_FILE, IBEX_POSTGRES_CA_FILE } = settings;
  if (IBEX_POSTGRES === undefined) return undefined;
  return toPostgresPlace({
    IBEX_POSTGRES,
    ...(IBEX_POSTGRES_PASSWORD_FILE === undefined ? {} : { IBEX_POSTGRES_PASSWORD_FILE }),
    ...(IBEX_POSTGRES_CA_FILE === undefined ? {} : { IBEX_POSTGRES_CA_FILE }),
  });
};

/** Parsed once at start. Throws IbexError that names every fault together. */
export const readConfig = (source: NodeJS.ProcessEnv = process.env): AppConfig => {
  const settings = parseConfig(ConsoleAppSettings, source);
  const home = resolve(settings.IBEX_HOME);
  return Object.freeze({
    ...{ host: settings.IBEX_HOST, port: settings.IBEX_PORT, home, logLevel: settings.IBEX_LOG_LEVEL },
    metricsPort: settings.IBEX_METRICS_PORT,
    isProduction: isProduction(settings),
    publicUrl: settings.IBEX_PUBLIC_URL,
    exchangeUrl: settings.IBEX_CONSOLE_EXCHANGE,
    key: keyOf(settings, home),
    postgres: postgresOf(settings),
    pages: toConsoleConfig(settings),
  });
};
