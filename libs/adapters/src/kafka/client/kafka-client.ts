import { Kafka, logLevel } from 'kafkajs';
import type { KafkaConfig, SASLOptions, Mechanism } from 'kafkajs';
import { DEFAULT_REQUEST_TIMEOUT_MS } from '../kafka.settings';
import type { KafkaConnection, KafkaTls } from '../kafka.settings';
import { AccessTokens } from './access-tokens';
import { bearerSasl } from './bearer-sasl';
import { clientLog } from './client-log';
import { OwnSockets } from './own-sockets';
import { readNamed, readSecret } from './secret-file';

const CONNECT_TIMEOUT_MS = 3_000;

/** One round of the brokers and one more: a client that cannot connect says so, whoever uses it tries again later. */
const retries = (brokers: readonly string[]): KafkaConfig['retry'] => ({
  retries: brokers.length + 1,
  initialRetryTime: 50,
  maxRetryTime: 500,
});

const toTls = async ({ caFile, certFile, keyFile, servername }: KafkaTls): Promise<KafkaConfig['ssl']> => ({
  ...(caFile === undefined ? {} : { ca: await readNamed('tls.caFile', caFile) }),
  ...(certFile === undefined ? {} : { cert: await readNamed('tls.certFile', certFile) }),
  ...(keyFile === undefined ? {} : { key: await readNamed('tls.keyFile', keyFile) }),
  ...(servername === undefined ? {} : { servername }),
  minVersion: 'TLSv1.2',
});

/** Connections with one set of settings. Each `open` reads secrets and certificates anew. */
export class KafkaClients {
  private readonly tokens: AccessTokens | undefined;
  readonly timeoutMs: number;

  constructor(private readonly settings: KafkaConnection) {
    this.timeoutMs = settings.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS;
    const { sasl } = settings;
    if (sasl?.mechanism === 'oauthbearer') this.tokens = new AccessTokens(sasl, this.timeoutMs);
  }

  /** Throws BusUnavailable when a file cannot be read or the issuer gives no token. Connects to nothing yet. */
  async open(): Promise<Readonly<{ kafka: Kafka; sockets: OwnSockets }>> {
    const { brokers, clientId, tls, log } = this.settings;
    const sockets = new OwnSockets();
    const sasl = await this.toSasl();
    const kafka = new Kafka({
      brokers: [...brokers],
      clientId,
      ...(tls === undefined ? {} : { ssl: (await toTls(tls)) ?? true }),
      ...(sasl === undefined ? {} : { sasl }),
      connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, this.timeoutMs),
      authenticationTimeout: this.timeoutMs,
      requestTimeout: this.timeoutMs,
      enforceRequestTimeout: true,
      retry: retries(brokers) ?? {},
      socketFactory: sockets.factory,
      logLevel: log === undefined ? logLevel.NOTHING : logLevel.WARN,
      logCreator: clientLog(log),
    });
    return { kafka, sockets };
  }

  private async toSasl(): Promise<SASLOptions | Mechanism | undefined> {
    const { sasl } = this.settings;
    if (this.tokens) {
      // asked for here, so that an issuer that is away is told apart from a broker that says no
      await this.tokens.current();
      return bearerSasl(this.tokens);
    }
    if (sasl === undefined || sasl.mechanism === 'oauthbearer') return undefined;
    const password = await readSecret('sasl.passwordFile', sasl.passwordFile);
    const { mechanism, username } = sasl;
    return mechanism === 'scram-sha-256'
      ? { mechanism, username, password }
      : { mechanism, username, password };
  }
}
