import { EventStoreDbSettings, PostgresSettings } from './engine.settings';
import type { KafkaSettings } from './engine.settings';
import { readSecret } from './parse-config';
import type { SettingsReader } from './parse-config';
import { toServerConfig } from './server-config';
import type { ServerConfig } from './server-config';
import { ServerSettings } from './server.settings';

export type EventStoreDbPlace = Readonly<{
  connectionString: string;
  tlsCaFile?: string;
  userCertFile?: string;
  userKeyFile?: string;
  credentialsFile?: string;
}>;
export type PostgresPlace = Readonly<{ url: string; setting: string }>;
export type KafkaPlace = Readonly<{
  brokers: readonly string[];
  clientId: string;
  mode: 'binary' | 'structured';
  sasl?:
    | Readonly<{ mechanism: 'scram-sha-256' | 'scram-sha-512'; username: string; passwordFile: string }>
    | Readonly<{ mechanism: 'oauthbearer'; tokenUrl: string; clientId: string; clientSecretFile: string }>;
  tls?: Readonly<{ caFile?: string; certFile?: string; keyFile?: string }>;
}>;

const CLIENT_ID = 'ibex-relay';

/** Without what was not set, so that the adapters' own defaults hold. */
const withFiles = <K extends string>(
  files: Readonly<Record<K, string | undefined>>,
): Readonly<Partial<Record<K, string>>> => {
  const set: Partial<Record<K, string>> = {};
  for (const name in files) {
    const file = files[name];
    if (file !== undefined) set[name] = file;
  }
  return set;
};

export const toEventStoreDbPlace = (settings: Readonly<EventStoreDbSettings>): EventStoreDbPlace => ({
  connectionString: settings.IBEX_EVENTSTOREDB,
  ...withFiles({
    tlsCaFile: settings.IBEX_EVENTSTOREDB_CA_FILE,
    userCertFile: settings.IBEX_EVENTSTOREDB_CERT_FILE,
    userKeyFile: settings.IBEX_EVENTSTOREDB_KEY_FILE,
    credentialsFile: settings.IBEX_EVENTSTOREDB_CREDENTIALS_FILE,
  }),
});

/** The password joins the URL here, so that it stands in no setting. */
export const toPostgresPlace = (settings: Readonly<PostgresSettings>): PostgresPlace => {
  const url = new URL(settings.IBEX_POSTGRES);
  const { IBEX_POSTGRES_PASSWORD_FILE: passwordFile, IBEX_POSTGRES_CA_FILE: caFile } = settings;
  if (passwordFile !== undefined) url.password = readSecret('IBEX_POSTGRES_PASSWORD_FILE', passwordFile);
  if (caFile !== undefined) {
    url.searchParams.set('sslmode', 'verify-full');
    url.searchParams.set('sslrootcert', caFile);
  }
  return { url: url.href, setting: 'IBEX_POSTGRES' };
};

const saslOf = (settings: Readonly<KafkaSettings>): KafkaPlace['sasl'] => {
  const {
    IBEX_KAFKA_SASL_MECHANISM: mechanism,
    IBEX_KAFKA_USER: username = '',
    IBEX_KAFKA_PASSWORD_FILE: passwordFile = '',
    IBEX_KAFKA_TOKEN_URL: tokenUrl = '',
    IBEX_KAFKA_CLIENT_ID: clientId = '',
    IBEX_KAFKA_CLIENT_SECRET_FILE: clientSecretFile = '',
  } = settings;
  if (mechanism === undefined) return undefined;
  if (mechanism === 'oauthbearer') return { mechanism, tokenUrl, clientId, clientSecretFile };
  return { mechanism, username, passwordFile };
};

const tlsOf = (settings: Readonly<KafkaSettings>): KafkaPlace['tls'] => {
  const files = withFiles({
    caFile: settings.IBEX_KAFKA_CA_FILE,
    certFile: settings.IBEX_KAFKA_CERT_FILE,
    keyFile: settings.IBEX_KAFKA_KEY_FILE,
  });
  return Object.keys(files).length === 0 ? undefined : files;
};

export const toKafkaPlace = (settings: Readonly<KafkaSettings>): KafkaPlace => {
  const sasl = saslOf(settings);
  const tls = tlsOf(settings);
  return {
    brokers: settings.IBEX_KAFKA_BROKERS.split(','),
    clientId: CLIENT_ID,
    mode: settings.IBEX_KAFKA_MODE,
    ...(sasl === undefined ? {} : { sasl }),
    ...(tls === undefined ? {} : { tls }),
  };
};

/** What every app of the split needs: itself, the log, the database. */
export type SplitConfig = Readonly<{
  server: ServerConfig;
  eventStore: EventStoreDbPlace;
  postgres: PostgresPlace;
}>;

/** Throws IbexError `config/not-valid` with every fault of these and of what the reader was asked before. */
export const toSplitConfig = (settings: SettingsReader, usualPort: number): SplitConfig => {
  const server = settings.read(ServerSettings);
  const eventStore = settings.read(EventStoreDbSettings);
  const postgres = settings.read(PostgresSettings);
  settings.check();
  return {
    server: toServerConfig(server, usualPort),
    eventStore: toEventStoreDbPlace(eventStore),
    postgres: toPostgresPlace(postgres),
  };
};
