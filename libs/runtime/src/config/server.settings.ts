import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, ValidateIf } from 'class-validator';
import { DutySettings } from './duty.settings';
import type { LogLevel } from '../logging/create-log';

const MOST = 65_535;
const isProduction = (settings: ServerSettings): boolean => settings.NODE_ENV === 'production';

/** Settings of every server, each an environment variable. Production has no default for a secret. */
export class ServerSettings extends DutySettings {
  @IsIn(['development', 'test', 'production'])
  readonly NODE_ENV: string = 'development';

  /** Folder of the development keys and, in the exchange, of its stores. */
  @IsString()
  readonly IBEX_HOME: string = 'var';

  @IsString()
  readonly IBEX_HOST: string = '127.0.0.1';

  /** Left out: the usual port of the app. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  readonly IBEX_PORT?: number;

  /** Port of health and metrics, apart from what the world reaches; left out: health only, on the main port. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  readonly IBEX_METRICS_PORT?: number;

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

  /** JSON list of the token issuers that are trusted; see libs/adapters/src/jose. */
  @ValidateIf(isProduction)
  @IsString({ message: 'name the file that lists the trusted token issuers' })
  readonly IBEX_ISSUERS_FILE?: string;

  @IsIn(['error', 'warn', 'info', 'silent'])
  readonly IBEX_LOG_LEVEL: LogLevel = 'info';

  /** Where traces go (OTLP over HTTP); left out: nowhere. */
  @IsOptional()
  @IsUrl(
    { require_tld: false, require_protocol: true },
    { message: 'give a URL such as http://collector:4318' },
  )
  readonly IBEX_OTLP_ENDPOINT?: string;
}
