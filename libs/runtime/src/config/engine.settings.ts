import { IsIn, IsOptional, IsString, Matches, ValidateIf } from 'class-validator';

/** The log on EventStoreDB (KurrentDB). */
export class EventStoreDbSettings {
  @Matches(/^(esdb|kurrentdb)(\+discover)?:\/\//, {
    message: 'give a connection string such as esdb://host:2113?tls=true, without a password in it',
  })
  readonly IBEX_EVENTSTOREDB!: string;

  /** Certificate of the authority that signed the server's. */
  @IsOptional()
  @IsString()
  readonly IBEX_EVENTSTOREDB_CA_FILE?: string;

  /** User certificate and its key, where the server knows its users by certificate. */
  @ValidateIf(
    ({ IBEX_EVENTSTOREDB_KEY_FILE }: EventStoreDbSettings) => IBEX_EVENTSTOREDB_KEY_FILE !== undefined,
  )
  @IsString({ message: 'name the file of the certificate that belongs to IBEX_EVENTSTOREDB_KEY_FILE' })
  readonly IBEX_EVENTSTOREDB_CERT_FILE?: string;

  @ValidateIf(
    ({ IBEX_EVENTSTOREDB_CERT_FILE }: EventStoreDbSettings) => IBEX_EVENTSTOREDB_CERT_FILE !== undefined,
  )
  @IsString({ message: 'name the file of the key that belongs to IBEX_EVENTSTOREDB_CERT_FILE' })
  readonly IBEX_EVENTSTOREDB_KEY_FILE?: string;

  /** File of one line, `name:password`, where the server asks for them. */
  @IsOptional()
  @IsString()
  readonly IBEX_EVENTSTOREDB_CREDENTIALS_FILE?: string;
}

/** Views, mailboxes, checkpoints and keys on PostgreSQL. */
export class PostgresSettings {
  @Matches(/^postgres(ql)?:\/\//, {
    message: 'give a URL such as postgres://ibex@host:5432/ibex, without a password in it',
  })
  readonly IBEX_POSTGRES!: string;

  @IsOptional()
  @IsString()
  readonly IBEX_POSTGRES_PASSWORD_FILE?: string;

  /** Certificate of the authority that signed the server's; with it, connections are encrypted and checked. */
  @IsOptional()
  @IsString()
  readonly IBEX_POSTGRES_CA_FILE?: string;
}

const speaksSasl = ({ IBEX_KAFKA_SASL_MECHANISM }: KafkaSettings): boolean =>
  IBEX_KAFKA_SASL_MECHANISM?.startsWith('scram') ?? false;
const speaksOauth = ({ IBEX_KAFKA_SASL_MECHANISM }: KafkaSettings): boolean =>
  IBEX_KAFKA_SASL_MECHANISM === 'oauthbearer';

/** The topics that boroughs read, on Kafka. */
export class KafkaSettings {
  @Matches(/^[^\s,]+:\d+(,[^\s,]+:\d+)*$/, { message: 'give brokers as host:port, separated by commas' })
  readonly IBEX_KAFKA_BROKERS!: string;

  /** How a CloudEvent stands in a record (Kafka protocol binding 1.0, section 3). */
  @IsIn(['binary', 'structured'])
  readonly IBEX_KAFKA_MODE: 'binary' | 'structured' = 'binary';

  @IsOptional()
  @IsIn(['scram-sha-256', 'scram-sha-512', 'oauthbearer'])
  readonly IBEX_KAFKA_SASL_MECHANISM?: 'scram-sha-256' | 'scram-sha-512' | 'oauthbearer';

  @ValidateIf(speaksSasl)
  @IsString({ message: 'name the user' })
  readonly IBEX_KAFKA_USER?: string;

  @ValidateIf(speaksSasl)
  @IsString({ message: "name the file that holds the user's password" })
  readonly IBEX_KAFKA_PASSWORD_FILE?: string;

  @ValidateIf(speaksOauth)
  @IsString({ message: 'give the URL of the token endpoint' })
  readonly IBEX_KAFKA_TOKEN_URL?: string;

  @ValidateIf(speaksOauth)
  @IsString({ message: 'name the client' })
  readonly IBEX_KAFKA_CLIENT_ID?: string;

  @ValidateIf(speaksOauth)
  @IsString({ message: "name the file that holds the client's secret" })
  readonly IBEX_KAFKA_CLIENT_SECRET_FILE?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_KAFKA_CA_FILE?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_KAFKA_CERT_FILE?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_KAFKA_KEY_FILE?: string;
}
